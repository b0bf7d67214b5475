package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.Contribution;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.LeadIndex;
import io.salesbrain.query.readmodel.LeadQuery;
import io.salesbrain.query.readmodel.Score;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leads by score. A page goes on behind the place of the last lead shown, and a place is a mass, which no time changes:
 * of the leads that did not move meanwhile none is repeated and none left out.
 */
public final class HotLeadRoutes {
    private static final int MAX_REASONS = 5;

    private final LeadIndex leads;
    private final InstantSource clock;

    public HotLeadRoutes(LeadIndex leads, InstantSource clock) {
        this.leads = leads;
        this.clock = clock;
    }

    public void list(Context ctx, OrganizationId organization) {
        int limit = Parameters.limit(ctx);
        var time = Parameters.time(ctx, "at").orElseGet(clock::instant);
        var start = Cursor.read(ctx, 2, parts -> new LeadIndex.Place(Double.parseDouble(parts.get(0)), parts.get(1)));
        // One more than wanted tells of a next page.
        var query = new LeadQuery(Parameters.text(ctx, "campaign_id"), Parameters.flag(ctx, "hot"), start, limit + 1);
        var listing = leads.list(organization, query, time);
        var answer = Page.of(listing.leads(), limit, HotLeadRoutes::cursor).toMap(lead -> line(lead, time));
        answer.put("threshold", listing.threshold().orElse(null));
        answer.put("scored_leads", listing.scoredLeads());
        answer.put("at", time);
        Answers.json(ctx, answer);
    }

    private static String cursor(LeadIndex.Lead lead) {
        var place = lead.place();
        return Cursor.of(Double.toString(place.massLog2()), place.leadEmail());
    }

    private static Map<String, @Nullable Object> line(LeadIndex.Lead lead, Instant time) {
        var state = lead.state();
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("lead_email", state.leadEmail());
        view.put("score", lead.scoreAt(time));
        view.put("points", state.points());
        view.put("hot", lead.hot());
        view.put("status", state.status());
        view.put("last_signal_at", state.lastSignalAt());
        view.put("campaign_ids", state.campaignIds());
        view.put("reasons", reasons(state, time));
        return view;
    }

    /** What the score comes from, the weightiest first. */
    private static List<Map<String, @Nullable Object>> reasons(LeadState state, Instant time) {
        return state.contributions().stream()
                .sorted(Comparator.comparingDouble(
                                (Contribution contribution) -> Score.worth(contribution, state.halfLifeMs(), time))
                        .thenComparing(Contribution::at)
                        .reversed())
                .limit(MAX_REASONS)
                .map(contribution -> ContributionView.of(contribution, state.halfLifeMs(), time))
                .toList();
    }
}
