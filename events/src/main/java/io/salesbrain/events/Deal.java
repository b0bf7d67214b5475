package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;

/** A closed sale to a lead. */
public record Deal(
        OrganizationId organizationId,
        String dealId,
        String leadEmail,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant closedAt,
        Instant recordedAt) {
    public String key() {
        return organizationId + "/" + dealId;
    }
}
