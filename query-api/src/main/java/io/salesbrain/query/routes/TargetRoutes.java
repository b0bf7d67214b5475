package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.AlertTarget;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Timestamps;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.delivery.Courier;
import io.salesbrain.query.delivery.Deliveries;
import io.salesbrain.query.delivery.Message;
import io.salesbrain.query.delivery.Signature;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an organization wants to be told. */
public final class TargetRoutes {
    private static final int MOST_TARGETS = 20;

    private final Deliveries deliveries;
    private final Courier courier;
    private final TopicFollower<String, AlertTarget> follower;
    private final LogWriter log;
    private final InstantSource clock;
    private final Duration patience;

    public TargetRoutes(
            Deliveries deliveries,
            Courier courier,
            TopicFollower<String, AlertTarget> follower,
            LogWriter log,
            InstantSource clock,
            Duration patience) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.follower = follower;
        this.log = log;
        this.clock = clock;
        this.patience = patience;
    }

    /** They are few: one page. */
    public void list(Context ctx, OrganizationId organization) {
        int limit = Math.max(MOST_TARGETS, Parameters.limit(ctx));
        Answers.json(
                ctx,
                Page.of(deliveries.of(organization), limit, AlertTarget::targetId)
                        .toMap(TargetRoutes::view));
    }

    /** With {@code kind}, {@code url} and {@code name}; the answer has the secret, which is not shown again. */
    public void create(Context ctx, OrganizationId organization) throws InterruptedException {
        var body = Body.of(ctx);
        var kind = AlertTarget.Kind.ofLabel(body.text("kind"))
                .orElseThrow(() -> ApiException.badField("kind", "kind is webhook or slack."));
        var url = body.text("url");
        var objection = courier.objection(url);
        if (!objection.isEmpty()) {
            throw ApiException.badField("url", objection);
        }
        if (deliveries.of(organization).size() >= MOST_TARGETS) {
            throw ApiException.conflict("An organization has at most " + MOST_TARGETS + " targets.");
        }
        var target = new AlertTarget(
                organization,
                UUID.randomUUID().toString(),
                body.optionalText("name").orElse(kind.label()),
                kind,
                url,
                Signature.newSecret(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                null);
        write(target.key(), target);
        var view = view(target);
        view.put("secret", target.secret());
        Answers.json(ctx, 201, view);
    }

    public void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        var target = find(organization, ctx.pathParam("id"));
        write(target.key(), null);
        ctx.status(204);
    }

    /** One attempt, whose outcome is the answer. */
    public void test(Context ctx, OrganizationId organization) {
        var target = find(organization, ctx.pathParam("id"));
        var now = clock.instant();
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("organization_id", organization);
        data.put("target_id", target.targetId());
        var message = new Message(
                "test-" + UUID.randomUUID(),
                "test",
                Timestamps.format(now),
                data,
                "A test from Salesbrain: alerts and hot leads will arrive here.");
        var view = new LinkedHashMap<String, @Nullable Object>();
        switch (courier.deliver(target, message)) {
            case Courier.Outcome.Delivered(var status) -> {
                view.put("delivered", true);
                view.put("status", status);
            }
            case Courier.Outcome.Failed failed -> {
                view.put("delivered", false);
                view.put("why", failed.why());
            }
        }
        Answers.json(ctx, view);
    }

    private AlertTarget find(OrganizationId organization, String id) {
        return deliveries
                .find(organization, id)
                .orElseThrow(() -> ApiException.notFound("There is no target " + id + "."));
    }

    private void write(String key, @Nullable AlertTarget target) throws InterruptedException {
        var place = log.appendAndWait(Topics.ALERT_TARGETS, key, target);
        follower.awaitOffset(place.partition(), place.offset(), patience);
    }

    private static Map<String, @Nullable Object> view(AlertTarget target) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("target_id", target.targetId());
        view.put("name", target.name());
        view.put("kind", target.kind());
        view.put("url", target.url());
        view.put("created_at", target.createdAt());
        view.put("disabled_at", target.disabledAt());
        view.put("disabled_because", target.disabledBecause());
        return view;
    }
}
