package io.salesbrain.simulator.api;

import io.salesbrain.simulator.delivery.Courier;
import io.salesbrain.simulator.delivery.DeliveryReport;
import io.salesbrain.simulator.delivery.EventSink;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Journal;
import io.salesbrain.simulator.delivery.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The webhooks of a workspace, each with a courier of its own, and the one journal they all write. */
final class Subscriptions implements EventSink, AutoCloseable {
    static final int MOST = 20;
    private static final int CONCURRENCY = 8;

    record Subscription(Webhook webhook, Courier courier) {}

    private final long seed;
    private final Habits habits;
    private final CustomLabels labels;
    private final Journal journal = new Journal();
    private final Map<UUID, Subscription> byId = new LinkedHashMap<>();
    private DeliveryReport ofRemoved = DeliveryReport.EMPTY;

    Subscriptions(long seed, Habits habits, CustomLabels labels) {
        this.seed = seed;
        this.habits = habits;
        this.labels = labels;
    }

    /** Empty when the workspace has as many webhooks as it may. */
    synchronized Optional<Subscription> add(Webhook webhook) {
        if (byId.size() >= MOST) {
            return Optional.empty();
        }
        Courier courier = new Courier(webhook.settings().target(), habits, seed, CONCURRENCY, journal);
        Subscription added = new Subscription(webhook, courier);
        byId.put(webhook.id(), added);
        return Optional.of(added);
    }

    synchronized Optional<Subscription> change(UUID id, UnaryOperator<WebhookSettings> change) {
        return find(id).map(subscription -> {
            Webhook changed = subscription
                    .webhook()
                    .with(change.apply(subscription.webhook().settings()));
            subscription.courier().redirect(changed.settings().target());
            Subscription next = new Subscription(changed, subscription.courier());
            byId.put(id, next);
            return next;
        });
    }

    synchronized Optional<Subscription> remove(UUID id) {
        Optional<Subscription> removed = Optional.ofNullable(byId.remove(id));
        removed.ifPresent(subscription -> {
            subscription.courier().close();
            ofRemoved = ofRemoved.plus(subscription.courier().report());
        });
        return removed;
    }

    synchronized Optional<Subscription> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized List<Subscription> all() {
        return new ArrayList<>(byId.values());
    }

    Journal journal() {
        return journal;
    }

    CustomLabels labels() {
        return labels;
    }

    synchronized DeliveryReport report() {
        return byId.values().stream()
                .map(subscription -> subscription.courier().report())
                .reduce(ofRemoved, DeliveryReport::plus);
    }

    @Override
    public void tell(Outgoing event) throws InterruptedException {
        for (Subscription subscription : all()) {
            if (subscription.webhook().wants(event, labels)) {
                subscription.courier().tell(event);
            }
        }
    }

    @Override
    public boolean awaitQuiet(Duration atMost) throws InterruptedException {
        boolean quiet = true;
        for (Subscription subscription : all()) {
            quiet &= subscription.courier().awaitQuiet(atMost);
        }
        return quiet;
    }

    @Override
    public synchronized void close() {
        byId.values().forEach(subscription -> subscription.courier().close());
    }
}
