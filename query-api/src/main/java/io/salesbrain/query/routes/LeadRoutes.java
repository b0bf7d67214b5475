package io.salesbrain.query.routes;

import com.fasterxml.jackson.databind.util.RawValue;
import io.javalin.http.Context;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.LeadColumns;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.inbox.InboxIndex;
import io.salesbrain.query.inbox.InboxThread;
import io.salesbrain.query.readmodel.FollowUpIndex;
import io.salesbrain.query.readmodel.LeadIndex;
import io.salesbrain.query.warehouse.Archive;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about one lead. */
public final class LeadRoutes {
    private static final int MAX_TIMELINE = 1_000;

    private final LeadIndex leads;
    private final InboxIndex inbox;
    private final FollowUpIndex followUps;
    private final FollowUpView followUpView;
    private final Archive archive;
    private final InstantSource clock;

    public LeadRoutes(
            LeadIndex leads,
            InboxIndex inbox,
            FollowUpIndex followUps,
            FollowUpView followUpView,
            Archive archive,
            InstantSource clock) {
        this.leads = leads;
        this.inbox = inbox;
        this.followUps = followUps;
        this.followUpView = followUpView;
        this.archive = archive;
        this.clock = clock;
    }

    public void lead(Context ctx, OrganizationId organization) {
        var asked = ctx.pathParam("email");
        var time = Parameters.time(ctx, "at").orElseGet(clock::instant);
        var lead = EmailAddress.parse(asked)
                .flatMap(email -> leads.find(organization, email, time))
                .orElseThrow(() -> ApiException.notFound("There is no lead " + asked + "."));
        var state = lead.state();
        var entries = archive.timeline(organization, state.leadEmail(), MAX_TIMELINE);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("lead_email", state.leadEmail());
        answer.put("status", state.status());
        answer.put("return_date", state.returnDate());
        answer.put("status_history", StatusView.history(state));
        answer.put("points", state.points());
        answer.put("score", lead.scoreAt(time));
        answer.put("hot", lead.hot());
        answer.put("disqualified", state.disqualified());
        answer.put("half_life_ms", state.halfLifeMs());
        answer.put("first_contacted_at", state.firstContactedAt());
        answer.put("last_signal_at", state.lastSignalAt());
        answer.put("campaign_ids", state.campaignIds());
        answer.put(
                "contributions",
                state.contributions().stream()
                        .map(contribution -> ContributionView.of(contribution, state.halfLifeMs(), time))
                        .toList());
        answer.put("folded_contributions", ContributionView.folded(state, time));
        answer.put("columns", columns(entries));
        answer.put("timeline", timeline(state, entries));
        answer.put(
                "follow_up",
                followUps
                        .next(organization, state.leadEmail())
                        .map(followUpView::of)
                        .orElse(null));
        answer.put(
                "thread_ids",
                inbox.ofLead(organization, state.leadEmail()).stream()
                        .map(InboxThread::threadId)
                        .toList());
        Answers.json(ctx, answer);
    }

    private static Map<String, RawValue> columns(List<TimelineEntry> entries) {
        var deliveries = entries.stream()
                .map(entry -> new LeadColumns.Delivery(entry.at(), entry.eventId(), entry.raw()))
                .toList();
        var columns = new LinkedHashMap<String, RawValue>();
        LeadColumns.of(deliveries).forEach((name, json) -> columns.put(name, new RawValue(json)));
        return columns;
    }

    /** What was delivered and what follows from it, in order of time; an inferred send before what it follows from. */
    private List<Map<String, @Nullable Object>> timeline(LeadState state, List<TimelineEntry> entries) {
        record Moment(Instant at, boolean delivered, Map<String, @Nullable Object> view) {}
        var moments = new ArrayList<Moment>();
        for (InferredSend send : state.inferredSends()) {
            moments.add(new Moment(send.at(), false, EventView.of(send)));
        }
        for (TimelineEntry entry : entries) {
            // The state in memory is never older than the stored one, so its inferred sends are taken.
            if (!entry.flags().contains(EventFlag.INFERRED)) {
                moments.add(new Moment(entry.at(), true, EventView.of(entry)));
            }
        }
        moments.sort(Comparator.comparing(Moment::at).thenComparing(Moment::delivered));
        return moments.stream().map(Moment::view).toList();
    }
}
