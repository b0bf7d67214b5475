package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.salesbrain.simulator.api.Subscriptions.Subscription;
import io.salesbrain.simulator.delivery.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The life of webhooks: created, changed, tested, resumed after they were disabled, deleted. */
final class WebhookRoutes {
    private static final String PATH = ApiRoutes.BASE + "/webhooks";

    private final Workspaces workspaces;

    WebhookRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::create);
        routes.get(PATH + "/event-types", this::eventTypes);
        routes.get(PATH + "/{id}", this::one);
        routes.patch(PATH + "/{id}", this::change);
        routes.delete(PATH + "/{id}", this::delete);
        routes.post(PATH + "/{id}/test", this::test);
        routes.post(PATH + "/{id}/resume", this::resume);
    }

    private void list(Context context) {
        Workspace workspace = workspaces.of(context);
        Optional<String> campaign = Optional.ofNullable(context.queryParam("campaign"));
        Optional<String> eventType = Optional.ofNullable(context.queryParam("event_type"));
        if (eventType
                .filter(type -> !WebhookSettings.EVENT_TYPES.contains(type))
                .isPresent()) {
            throw Requests.badRequest("querystring/event_type must be equal to one of the allowed values");
        }
        List<Subscription> wanted = workspace.subscriptions().all().stream()
                .filter(one -> agrees(campaign, one.webhook().settings().campaign()))
                .filter(one -> agrees(eventType, one.webhook().settings().eventType()))
                .toList();
        Requests.answer(
                context,
                Pages.page(
                        context,
                        wanted,
                        subscription -> subscription.webhook().id().toString(),
                        subscription -> view(workspace, subscription)));
    }

    private void eventTypes(Context context) {
        Workspace workspace = workspaces.of(context);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode types = answer.putArray("event_types");
        WebhookSettings.EVENT_TYPES.forEach(type -> types.addObject()
                .put("id", type)
                .put("label", capitalised(type))
                .put("type", "standard"));
        workspace
                .subscriptions()
                .labels()
                .valueByName()
                .forEach((name, value) -> types.addObject()
                        .put("id", value.toString())
                        .put("label", name)
                        .put("type", "custom"));
        Requests.answer(context, answer);
    }

    private void create(Context context) {
        Workspace workspace = workspaces.of(context);
        WebhookSettings settings = WebhookSettings.from(Requests.body(context));
        requireCampaign(workspace, settings);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Subscription added = workspace
                .subscriptions()
                .add(new Webhook(UUID.randomUUID(), settings, now))
                .orElseThrow(() -> Requests.badRequest("A workspace has at most " + Subscriptions.MOST + " webhooks"));
        workspace.beginStory();
        Requests.answer(context, view(workspace, added));
    }

    private void one(Context context) {
        Workspace workspace = workspaces.of(context);
        Requests.answer(context, view(workspace, asked(context, workspace)));
    }

    private void change(Context context) {
        Workspace workspace = workspaces.of(context);
        UUID id = asked(context, workspace).webhook().id();
        JsonNode body = Requests.body(context);
        Subscription changed = workspace
                .subscriptions()
                .change(id, settings -> {
                    WebhookSettings patched = settings.patched(body);
                    requireCampaign(workspace, patched);
                    return patched;
                })
                .orElseThrow(WebhookRoutes::noSuchWebhook);
        Requests.answer(context, view(workspace, changed));
    }

    private void delete(Context context) {
        Workspace workspace = workspaces.of(context);
        Subscription removed = Requests.uuid(context.pathParam("id"))
                .flatMap(id -> workspace.subscriptions().remove(id))
                .orElseThrow(WebhookRoutes::noSuchWebhook);
        Requests.answer(context, view(workspace, removed));
    }

    private void resume(Context context) {
        Workspace workspace = workspaces.of(context);
        Subscription resumed = asked(context, workspace);
        resumed.courier().resume();
        Requests.answer(context, view(workspace, resumed));
    }

    private void test(Context context) throws InterruptedException {
        Workspace workspace = workspaces.of(context);
        Subscription tested = asked(context, workspace);
        Answer answer = tested.courier().test(testPayload(workspace).toString());
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("success", answer.taken())
                .put("message", answer.taken() ? "Webhook test successful" : "Webhook test failed")
                .put("response_time_ms", answer.took().toMillis());
        answer.status().ifPresent(status -> result.put("status_code", status));
        answer.error().ifPresent(error -> result.put("error", error));
        Requests.answer(context, result);
    }

    /** What the real one sends is not documented; this is recognisable as a test and about nobody. */
    private static ObjectNode testPayload(Workspace workspace) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("event_type", "webhook_test")
                .put("workspace", workspace.organization().workspaceId().toString());
    }

    private static void requireCampaign(Workspace workspace, WebhookSettings settings) {
        settings.campaign().ifPresent(workspace.campaigns()::require);
    }

    private static Subscription asked(Context context, Workspace workspace) {
        return Requests.uuid(context.pathParam("id"))
                .flatMap(workspace.subscriptions()::find)
                .orElseThrow(WebhookRoutes::noSuchWebhook);
    }

    private static ObjectNode view(Workspace workspace, Subscription subscription) {
        return subscription
                .webhook()
                .view(
                        workspace.organization().workspaceId(),
                        subscription.courier().disabledAt().map(at -> at.truncatedTo(ChronoUnit.MILLIS)));
    }

    private static boolean agrees(Optional<String> asked, Optional<String> is) {
        return asked.isEmpty() || Objects.equals(asked, is);
    }

    private static String capitalised(String type) {
        return Arrays.stream(type.split("_"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static ApiError noSuchWebhook() {
        return new ApiError(HttpStatus.NOT_FOUND, "Webhook not found");
    }
}
