package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.Contribution;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Tag;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads by score. A page goes on behind the place of the last lead shown, and a place is a mass, which no time changes:
 * of the leads that did not move meanwhile none is repeated and none left out.
 */
public final class HotLeadRoutes {
    public static final Operation LIST = Operation.says(Tag.LEADS, "Leads by score, the highest first.")
            .more(
                    "The score decays by half with every half-life; with `at` it is that of another time. A lead is hot when it"
                            + " is not disqualified, has clicked, replied or met, and reaches the threshold.")
            .with(Parameter.flag("hot", "Only those that are hot, or only those that are not.")
                    .with("true"))
            .with(
                    Parameter.CAMPAIGN,
                    Parameter.time("at", "The time whose scores are meant; now where it is left out."))
            .paged()
            .answers(HotLeads.class);

    private static final int MAX_REASONS = 5;

    /** A page of leads, and what they are measured by. */
    @Says("A page of leads by score.")
    record HotLeads(
            @Says("By score falling.") List<HotLead> items,

            @Says("Goes into starting_after for the next page; null on the last one.") @Nullable
            String nextStartingAfter,

            @Says("The score from which on a lead is hot; null while nobody has points.") @Nullable
            Double threshold,

            @Says("How many leads have points and are not disqualified.")
            long scoredLeads,

            @Says("The time the scores are of.") Instant at) {}

    /** A lead in the list. */
    @Says("A lead with its score.")
    record HotLead(
            @Says("Lower case; its id.") String leadEmail,

            @Says("What its signals are worth at the time asked for.")
            double score,

            @Says("The plain sum of all points.") long points,
            @Says("Whether it is worth a call now.") boolean hot,
            @Says("Where it stands.") LeadStatus status,

            @Says("When it last did something; null where it has not.") @Nullable
            Instant lastSignalAt,

            @Says("The campaigns it is in.") List<String> campaignIds,

            @Says("What most of the score comes from, at most 5, the weightiest first.")
            List<ContributionView> reasons) {}

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
        var page = Page.of(listing.leads(), limit, HotLeadRoutes::cursor).map(lead -> line(lead, time));
        Answers.json(
                ctx,
                new HotLeads(
                        page.items(),
                        page.nextStartingAfter(),
                        listing.threshold().orElse(null),
                        listing.scoredLeads(),
                        time));
    }

    private static String cursor(LeadIndex.Lead lead) {
        var place = lead.place();
        return Cursor.of(Double.toString(place.massLog2()), place.leadEmail());
    }

    private static HotLead line(LeadIndex.Lead lead, Instant time) {
        var state = lead.state();
        return new HotLead(
                state.leadEmail(),
                lead.scoreAt(time),
                state.points(),
                lead.hot(),
                state.status(),
                state.lastSignalAt(),
                state.campaignIds(),
                reasons(state, time));
    }

    /** What the score comes from, the weightiest first. */
    private static List<ContributionView> reasons(LeadState state, Instant time) {
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
