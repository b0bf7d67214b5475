package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.AlertDecision;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.AlertIndex;
import io.salesbrain.query.readmodel.AlertItem;
import io.salesbrain.query.readmodel.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong, and what people say of it. */
public final class AlertRoutes {
    private static final Parameter ID = Parameter.path("id", "An alert_id.", "alert-of-sales");

    public static final Operation LIST = Operation.says(Tag.ALERTS, "What is wrong, the newest first.")
            .with(
                    Parameter.oneOf(
                            "state",
                            "Only those that stand so; without a word all whose cause lasts.",
                            List.of("open", "acknowledged", "muted", "resolved", "all"),
                            ""),
                    Parameter.oneOf(
                            "kind",
                            "Only those about this.",
                            Arrays.stream(AlertKind.values())
                                    .map(AlertKind::label)
                                    .toList(),
                            ""),
                    Parameter.text("account", "Only those about this mailbox."),
                    Parameter.CAMPAIGN)
            .paged()
            .answersPage(AlertView.class);

    public static final Operation ONE =
            Operation.says(Tag.ALERTS, "One alert.").with(ID).answers(AlertView.class);

    public static final Operation ACKNOWLEDGE = Operation.says(Tag.ALERTS, "Says that somebody has taken an alert up.")
            .more("Said twice it is the same as once.")
            .with(ID)
            .answers(AlertView.class);

    public static final Operation MUTE = Operation.says(Tag.ALERTS, "Lets nobody be told of an alert for a while.")
            .more("With `hours`, or with `until`, at most 90 days ahead. That it is over is told all the same.")
            .with(ID)
            .takes(MuteSent.class, "{\"hours\":24}")
            .answers(200, "The alert, muted.", AlertView.class);

    public static final Operation UNMUTE = Operation.says(Tag.ALERTS, "Lets an alert be told of again.")
            .with(ID)
            .answers(AlertView.class);

    /** What a request to mute says. */
    @Says("For how long; one of the two.")
    record MuteSent(
            @Says("From now on.") @Bounds(least = 1, most = MOST_HOURS) @Nullable
            Integer hours,

            @Says("A time ahead.") @Bounds(format = "date-time") @Nullable
            String until)
            implements Sent {}

    private static final String ALL = "all";
    private static final Duration LONGEST_MUTE = Duration.ofDays(90);
    private static final int MOST_HOURS = 2_160;

    private final AlertIndex alerts;
    private final FollowedTopic<AlertDecision> decisions;
    private final AlertViews view;
    private final InstantSource clock;

    public AlertRoutes(
            AlertIndex alerts, FollowedTopic<AlertDecision> decisions, AlertViews view, InstantSource clock) {
        this.alerts = alerts;
        this.decisions = decisions;
        this.view = view;
        this.clock = clock;
    }

    public void list(Context ctx, OrganizationId organization) {
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 2, parts -> new AlertItem.Place(Instant.parse(parts.get(0)), parts.get(1)));
        var now = clock.instant();
        var states = states(ctx);
        var kind = Parameters.text(ctx, "kind")
                .map(text -> AlertKind.ofLabel(text)
                        .orElseThrow(
                                () -> ApiException.badParameter("kind", "There is no kind of alert " + text + ".")));
        var account = Parameters.text(ctx, "account");
        var campaign = Parameters.text(ctx, "campaign_id");
        var found = alerts.list(
                organization,
                item -> states.contains(item.state(now))
                        && kind.map(item.alert().kind()::equals).orElse(true)
                        && account.map(item.alert().account()::equals).orElse(true)
                        && campaign.map(item.alert().campaignId()::equals).orElse(true),
                start,
                limit + 1);
        Answers.json(ctx, Page.of(found, limit, AlertRoutes::cursor).map(item -> view.of(item, now)));
    }

    private static String cursor(AlertItem item) {
        return Cursor.of(item.place().openedAt().toString(), item.place().alertId());
    }

    /** Without a word on it, everything whose cause lasts. */
    private static Set<AlertState> states(Context ctx) {
        return Parameters.text(ctx, "state")
                .map(text -> text.equals(ALL)
                        ? EnumSet.allOf(AlertState.class)
                        : EnumSet.of(AlertState.ofLabel(text)
                                .orElseThrow(() -> ApiException.badParameter(
                                        "state", "state is open, acknowledged, muted, resolved or all."))))
                .orElseGet(() -> EnumSet.complementOf(EnumSet.of(AlertState.RESOLVED)));
    }

    public void one(Context ctx, OrganizationId organization) {
        Answers.json(ctx, view.of(find(organization, ctx.pathParam("id")), clock.instant()));
    }

    public void acknowledge(Context ctx, OrganizationId organization) throws InterruptedException {
        var item = find(organization, ctx.pathParam("id"));
        var acknowledgedAt = item.acknowledgedAt();
        decide(ctx, item, acknowledgedAt == null ? now() : acknowledgedAt, item.mutedUntil());
    }

    /** With {@code until}, a time, or {@code hours}. */
    public void mute(Context ctx, OrganizationId organization) throws InterruptedException {
        var item = find(organization, ctx.pathParam("id"));
        var body = Body.of(ctx);
        var hours = body.optionalWholeNumber("hours", 1, MOST_HOURS);
        var until = hours.isPresent() ? now().plus(Duration.ofHours(hours.get())) : body.time("until");
        if (!until.isAfter(now()) || until.isAfter(now().plus(LONGEST_MUTE))) {
            throw ApiException.badField("until", "until lies ahead, by at most 90 days.");
        }
        decide(ctx, item, item.acknowledgedAt(), until);
    }

    public void unmute(Context ctx, OrganizationId organization) throws InterruptedException {
        var item = find(organization, ctx.pathParam("id"));
        decide(ctx, item, item.acknowledgedAt(), null);
    }

    /** What is answered is in every later answer; said twice it is the same as once. */
    private void decide(Context ctx, AlertItem item, @Nullable Instant acknowledgedAt, @Nullable Instant mutedUntil)
            throws InterruptedException {
        var alert = item.alert();
        var decision = new AlertDecision(alert.organizationId(), alert.alertId(), acknowledgedAt, mutedUntil, now());
        decisions.write(decision.key(), decision);
        Answers.json(ctx, view.of(new AlertItem(alert, decision), clock.instant()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private AlertItem find(OrganizationId organization, String id) {
        return alerts.find(organization, id).orElseThrow(() -> ApiException.notFound("There is no alert " + id + "."));
    }
}
