package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpDecision;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.FollowUpIndex;
import io.salesbrain.query.readmodel.FollowUpItem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is to be done next, and what people say of it. */
public final class FollowUpRoutes {
    private static final Parameter ID = Parameter.path("id", "A follow_up_id.", "follow-up-of-ada");

    public static final Operation LIST = Operation.says(Tag.FOLLOW_UPS, "What is to be done next, what is due first.")
            .with(
                    Parameter.oneOf(
                            "state",
                            "Only those that stand so; without a word what there is still to do: scheduled and due.",
                            List.of("scheduled", "due", "expired", "cancelled", "done", "dismissed", "all"),
                            ""),
                    Parameter.CAMPAIGN)
            .paged()
            .answersPage(FollowUpView.class);

    public static final Operation DO = Operation.says(Tag.FOLLOW_UPS, "Says that a follow-up is done.")
            .more("Said twice it is the same as once.")
            .with(ID)
            .answers(FollowUpView.class);

    public static final Operation DISMISS = Operation.says(Tag.FOLLOW_UPS, "Says that a follow-up will not be done.")
            .more("Said twice it is the same as once.")
            .with(ID)
            .answers(FollowUpView.class);

    private static final String ALL = "all";

    private final FollowUpIndex followUps;
    private final FollowedTopic<FollowUpDecision> decisions;
    private final FollowUpViews view;
    private final InstantSource clock;

    public FollowUpRoutes(
            FollowUpIndex followUps,
            FollowedTopic<FollowUpDecision> decisions,
            FollowUpViews view,
            InstantSource clock) {
        this.followUps = followUps;
        this.decisions = decisions;
        this.view = view;
        this.clock = clock;
    }

    public void list(Context ctx, OrganizationId organization) {
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 2, parts -> new FollowUpItem.Place(Instant.parse(parts.get(0)), parts.get(1)));
        var campaign = Parameters.text(ctx, "campaign_id");
        Predicate<FollowUp> filter =
                followUp -> campaign.map(followUp.campaignId()::equals).orElse(true);
        var found = followUps.list(organization, states(ctx), filter, start, limit + 1);
        Answers.json(ctx, Page.of(found, limit, FollowUpRoutes::cursor).map(view::of));
    }

    private static String cursor(FollowUpItem item) {
        return Cursor.of(item.place().dueAt().toString(), item.place().followUpId());
    }

    /** Without a word on it, what there is still to do. */
    private static Set<FollowUpState> states(Context ctx) {
        return Parameters.text(ctx, "state")
                .map(text -> text.equals(ALL)
                        ? EnumSet.allOf(FollowUpState.class)
                        : EnumSet.of(FollowUpState.ofLabel(text)
                                .orElseThrow(() -> ApiException.badParameter(
                                        "state",
                                        "state is scheduled, due, expired, cancelled, done, dismissed or all."))))
                .orElseGet(() -> EnumSet.copyOf(FollowUpIndex.OPEN));
    }

    public void done(Context ctx, OrganizationId organization) throws InterruptedException {
        decide(ctx, organization, FollowUpState.DONE);
    }

    public void dismiss(Context ctx, OrganizationId organization) throws InterruptedException {
        decide(ctx, organization, FollowUpState.DISMISSED);
    }

    /** What is answered is in every later answer; said twice it is the same as once. */
    private void decide(Context ctx, OrganizationId organization, FollowUpState state) throws InterruptedException {
        var id = ctx.pathParam("id");
        var item = find(organization, id);
        if (item.state() != state) {
            var decision = new FollowUpDecision(
                    organization, id, state, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            decisions.write(decision.key(), decision);
            item = new FollowUpItem(item.followUp(), decision);
        }
        Answers.json(ctx, view.of(item));
    }

    private FollowUpItem find(OrganizationId organization, String id) {
        return followUps
                .find(organization, id)
                .orElseThrow(() -> ApiException.notFound("There is no follow-up " + id + "."));
    }
}
