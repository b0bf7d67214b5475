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
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Tag;
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

/** Everything about one lead. */
public final class LeadRoutes {
    public static final Operation LEAD = Operation.says(Tag.LEADS, "Everything about one lead.")
            .more(
                    "Its score with every contribution, what happened in order of time (at most 1,000 events, the latest), how its"
                            + " status came about, the next follow-up, and what Instantly merged into its deliveries.")
            .with(
                    Parameter.path("email", "The lead's e-mail address.", "ada@example.com"),
                    Parameter.time("at", "The time whose score is meant; now where it is left out."))
            .answers(LeadView.class);

    private static final int MAX_TIMELINE = 1_000;

    private final LeadIndex leads;
    private final InboxIndex inbox;
    private final FollowUpIndex followUps;
    private final FollowUpViews followUpView;
    private final Archive archive;
    private final InstantSource clock;

    public LeadRoutes(
            LeadIndex leads,
            InboxIndex inbox,
            FollowUpIndex followUps,
            FollowUpViews followUpView,
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
        var answer = new LeadView(
                state.leadEmail(),
                state.status(),
                state.returnDate(),
                StatusView.history(state),
                state.points(),
                lead.scoreAt(time),
                lead.hot(),
                state.disqualified(),
                state.halfLifeMs(),
                state.firstContactedAt(),
                state.lastSignalAt(),
                state.campaignIds(),
                state.contributions().stream()
                        .map(contribution -> ContributionView.of(contribution, state.halfLifeMs(), time))
                        .toList(),
                ContributionView.folded(state, time),
                columns(entries),
                timeline(state, entries),
                followUps
                        .next(organization, state.leadEmail())
                        .map(followUpView::of)
                        .orElse(null),
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
    private List<EventView> timeline(LeadState state, List<TimelineEntry> entries) {
        record Moment(Instant at, boolean delivered, EventView view) {}
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
