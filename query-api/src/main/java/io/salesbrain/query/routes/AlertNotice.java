package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.readmodel.AlertNews;

/** What somebody who watches, or a target, is told of an alert. */
@Says("News of an alert.")
@JsonPropertyOrder({"organization_id", "news"})
public record AlertNotice(
        @Says("Whose it is.") OrganizationId organizationId,
        @Says("What has changed.") AlertNews news,
        @JsonUnwrapped AlertView alert) {}
