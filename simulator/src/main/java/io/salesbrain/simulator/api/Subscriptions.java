package io.salesbrain.simulator.api;

import io.salesbrain.simulator.delivery.Courier;
import io.salesbrain.simulator.delivery.EventSink;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The webhooks of a workspace, each with a courier of its own. */
final class Subscriptions implements EventSink, AutoCloseable {
    static final int MOST = 20;
    private static final int CONCURRENCY = 8;

    private record Subscription(Webhook webhook, Courier courier) {}

    private final long seed;
    private final Map<UUID, Subscription> byId = new LinkedHashMap<>();

    Subscriptions(long seed) {
        this.seed = seed;
    }

    /** False when the workspace has as many webhooks as it may. */
    synchronized boolean add(Webhook webhook) {
        if (byId.size() >= MOST) {
            return false;
        }
        Courier courier = new Courier(webhook.target(), Habits.BELIEVABLE, seed, CONCURRENCY);
        byId.put(webhook.id(), new Subscription(webhook, courier));
        return true;
    }

    synchronized Optional<Webhook> remove(UUID id) {
        Optional<Subscription> removed = Optional.ofNullable(byId.remove(id));
        removed.ifPresent(subscription -> subscription.courier().close());
        return removed.map(Subscription::webhook);
    }

    synchronized List<Webhook> webhooks() {
        return byId.values().stream().map(Subscription::webhook).toList();
    }

    @Override
    public void tell(Outgoing event) throws InterruptedException {
        for (Subscription subscription : current()) {
            if (subscription.webhook().wants(event)) {
                subscription.courier().tell(event);
            }
        }
    }

    @Override
    public boolean awaitQuiet(Duration atMost) throws InterruptedException {
        boolean quiet = true;
        for (Subscription subscription : current()) {
            quiet &= subscription.courier().awaitQuiet(atMost);
        }
        return quiet;
    }

    @Override
    public synchronized void close() {
        byId.values().forEach(subscription -> subscription.courier().close());
        byId.clear();
    }

    private synchronized List<Subscription> current() {
        return new ArrayList<>(byId.values());
    }
}
