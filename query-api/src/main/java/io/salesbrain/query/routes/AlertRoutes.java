package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.AlertDecision;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
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
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong, and what people say of it. */
public final class AlertRoutes {
    private static final String ALL = "all";
    private static final Duration LONGEST_MUTE = Duration.ofDays(90);
    private static final int MOST_HOURS = 2_160;

    private final AlertIndex alerts;
    private final TopicFollower<String, AlertDecision> decisions;
    private final AlertView view;
    private final LogWriter log;
    private final InstantSource clock;
    private final Duration patience;

    public AlertRoutes(
            AlertIndex alerts,
            TopicFollower<String, AlertDecision> decisions,
            AlertView view,
            LogWriter log,
            InstantSource clock,
            Duration patience) {
        this.alerts = alerts;
        this.decisions = decisions;
        this.view = view;
        this.log = log;
        this.clock = clock;
        this.patience = patience;
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
        Answers.json(ctx, Page.of(found, limit, AlertRoutes::cursor).toMap(item -> view.of(item, now)));
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
        var place = log.appendAndWait(Topics.ALERT_DECISIONS, decision.key(), decision);
        decisions.awaitOffset(place.partition(), place.offset(), patience);
        Answers.json(ctx, view.of(new AlertItem(alert, decision), clock.instant()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private AlertItem find(OrganizationId organization, String id) {
        return alerts.find(organization, id).orElseThrow(() -> ApiException.notFound("There is no alert " + id + "."));
    }
}
