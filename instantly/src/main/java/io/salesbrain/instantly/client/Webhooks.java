package io.salesbrain.instantly.client;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /webhooks} and {@code /webhook-events}. */
public final class Webhooks {
    private static final String ALL = "/webhooks";
    private static final String ONE = "/webhooks/{id}";
    private static final String EVENTS = "/webhook-events";

    private final Transport transport;

    Webhooks(Transport transport) {
        this.transport = transport;
    }

    public Listing<Webhook> list() {
        return new Listing<>(
                "GET " + ALL,
                after ->
                        transport.send(Call.get(ALL).with("limit", Listing.PAGE).with("starting_after", after)),
                Webhook::of);
    }

    public Webhook get(String id) throws InterruptedException {
        return Webhook.of(transport.send(Call.get(ONE, id)));
    }

    public Webhook create(WebhookDraft draft) throws InterruptedException {
        return Webhook.of(transport.send(Call.post(ALL, draft.json())));
    }

    public Webhook update(String id, WebhookDraft draft) throws InterruptedException {
        return Webhook.of(transport.send(Call.patch(ONE, draft.json(), id)));
    }

    public void delete(String id) throws InterruptedException {
        transport.send(Call.delete(ONE, id));
    }

    /** Instantly posts a test to the webhook and says how that went. */
    public WebhookTest test(String id) throws InterruptedException {
        return WebhookTest.of(transport.send(Call.repeatablePost(ONE + "/test", Optional.empty(), id)));
    }

    /** Makes a webhook active again that failed too often. */
    public Webhook resume(String id) throws InterruptedException {
        return Webhook.of(transport.send(Call.repeatablePost(ONE + "/resume", Optional.empty(), id)));
    }

    /** What can be subscribed to, by id, with the words people see; custom labels are among it. */
    Map<String, String> eventTypes() throws InterruptedException {
        var types = new LinkedHashMap<String, String>();
        transport.send(Call.get(ALL + "/event-types")).path("event_types").forEach(type -> {
            var fields = new Fields(type);
            types.put(fields.text("id"), fields.text("label"));
        });
        return types;
    }

    /** Tries of deliveries, the newest first as far as is known. */
    public Listing<WebhookEvent> events(Optional<Boolean> success, Optional<LocalDate> from) {
        var call = Call.get(EVENTS)
                .with("limit", Listing.PAGE)
                .with("success", success)
                .with("from", from);
        return new Listing<>(
                "GET " + EVENTS, after -> transport.send(call.with("starting_after", after)), WebhookEvent::of);
    }

    public WebhookEvent event(String id) throws InterruptedException {
        return WebhookEvent.of(transport.send(Call.get(EVENTS + "/{id}", id)));
    }
}
