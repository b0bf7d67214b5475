package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.salesbrain.events.AlertTarget;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Timestamps;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.delivery.Courier;
import io.salesbrain.query.delivery.Deliveries;
import io.salesbrain.query.delivery.Message;
import io.salesbrain.query.delivery.Signature;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an organization wants to be told. */
public final class TargetRoutes {
    private static final Parameter ID = Parameter.path("id", "A target_id.", "target-1");

    public static final Operation LIST = Operation.says(
                    Tag.ALERTS, "Where the organization is told of alerts and hot leads.")
            .more("They are few: one page has all.")
            .with(Parameter.LIMIT)
            .answersPage(TargetView.class);

    public static final Operation CREATE = Operation.says(Tag.ALERTS, "Adds a place to be told at.")
            .more(
                    "A webhook is signed by the Standard Webhooks specification with the secret of this answer, which is shown"
                            + " once. Addresses of private networks are refused unless the installation allows them.")
            .takes(
                    TargetSent.class,
                    "{\"kind\":\"slack\",\"url\":\"https://hooks.example.com/sales\",\"name\":\"Sales channel\"}")
            .answers(201, "The target with its secret.", TargetView.class)
            .fails(409, "There are too many targets already.");

    public static final Operation DELETE =
            Operation.says(Tag.ALERTS, "Removes a target.").with(ID).answersNothing("It is gone.");

    public static final Operation TEST = Operation.says(
                    Tag.ALERTS, "Sends one test to a target, and says what came of it.")
            .with(ID)
            .answers(Delivery.class);

    /** A target as it is sent. */
    @Says("A place to be told at.")
    record TargetSent(
            @Says("What listens there.") @Bounds(oneOf = {"webhook", "slack"})
            String kind,

            @Says("Where it listens: https, and no user or password in it.") @Bounds
            String url,

            @Says("For people; the kind where it is left out.") @Bounds @Nullable
            String name)
            implements Sent {}

    /** A target as the API shows it. */
    @Says("A place to be told at.")
    record TargetView(
            @Says("Its id.") String targetId,
            @Says("For people.") String name,
            @Says("What listens there.") AlertTarget.Kind kind,
            @Says("Where it listens.") String url,
            @Says("When it was added.") Instant createdAt,

            @Says("When it was given up, after failing for long; null while it is used.") @Nullable
            Instant disabledAt,

            @Says("Why it was given up.") @Nullable String disabledBecause,

            @Says("Signs what is sent; only in the answer that made it.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String secret) {}

    /** What came of a test. */
    @Says("What came of a test.")
    record Delivery(
            @Says("Whether it was taken.") boolean delivered,

            @Says("The status it was answered with; left out where it was not.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Integer status,

            @Says("What went wrong; left out where nothing did.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String why) {}

    /** What a test tells its target. */
    private record TestNotice(OrganizationId organizationId, String targetId) {}

    private static final int MOST_TARGETS = 20;

    private final Deliveries deliveries;
    private final Courier courier;
    private final FollowedTopic<AlertTarget> topic;
    private final InstantSource clock;

    public TargetRoutes(Deliveries deliveries, Courier courier, FollowedTopic<AlertTarget> topic, InstantSource clock) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.topic = topic;
        this.clock = clock;
    }

    /** They are few: one page. */
    public void list(Context ctx, OrganizationId organization) {
        int limit = Math.max(MOST_TARGETS, Parameters.limit(ctx));
        Answers.json(
                ctx,
                Page.of(deliveries.of(organization), limit, AlertTarget::targetId)
                        .map(target -> view(target, null)));
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
        topic.write(target.key(), target);
        Answers.json(ctx, 201, view(target, target.secret()));
    }

    public void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        var target = find(organization, ctx.pathParam("id"));
        topic.write(target.key(), null);
        ctx.status(204);
    }

    /** One attempt, whose outcome is the answer. */
    public void test(Context ctx, OrganizationId organization) {
        var target = find(organization, ctx.pathParam("id"));
        var now = clock.instant();
        var message = new Message(
                "test-" + UUID.randomUUID(),
                "test",
                Timestamps.format(now),
                new TestNotice(organization, target.targetId()),
                "A test from Salesbrain: alerts and hot leads will arrive here.");
        Answers.json(
                ctx,
                switch (courier.deliver(target, message)) {
                    case Courier.Outcome.Delivered(var status) -> new Delivery(true, status, null);
                    case Courier.Outcome.Failed failed -> new Delivery(false, null, failed.why());
                });
    }

    private AlertTarget find(OrganizationId organization, String id) {
        return deliveries
                .find(organization, id)
                .orElseThrow(() -> ApiException.notFound("There is no target " + id + "."));
    }

    /** @param secret null wherever it is not to be shown */
    private static TargetView view(AlertTarget target, @Nullable String secret) {
        return new TargetView(
                target.targetId(),
                target.name(),
                target.kind(),
                target.url(),
                target.createdAt(),
                target.disabledAt(),
                target.disabledBecause(),
                secret);
    }
}
