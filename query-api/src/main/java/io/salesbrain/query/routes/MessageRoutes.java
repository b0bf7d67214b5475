package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.clickhouse.query.Messages;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.warehouse.Archive;
import java.time.Instant;
import java.util.List;

/** What was sent to and came back from the leads of a campaign. */
public final class MessageRoutes {
    public static final Operation OF_CAMPAIGN = Operation.says(
                    Tag.STATISTICS, "What was sent to and came back from the leads of a campaign, the newest first.")
            .with(StatsRoutes.CAMPAIGN_ID)
            .paged()
            .answersPage(MessageView.class);

    private final RateIndex rates;
    private final Archive archive;

    public MessageRoutes(RateIndex rates, Archive archive) {
        this.rates = rates;
        this.archive = archive;
    }

    public void ofCampaign(Context ctx, OrganizationId organization) {
        var id = ctx.pathParam("id");
        if (rates.find(List.of(organization), new Dimension.Campaign(id)).isEmpty()) {
            throw ApiException.notFound("There is no campaign " + id + ".");
        }
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 2, parts -> new Messages.Before(Instant.parse(parts.get(0)), parts.get(1)));
        var page = Page.of(
                archive.messages(organization, id, limit + 1, start),
                limit,
                message -> Cursor.of(message.at().toString(), message.eventId()));
        Answers.json(ctx, page.map(MessageView::of));
    }
}
