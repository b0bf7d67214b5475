package io.salesbrain.query.delivery;

import io.salesbrain.events.AlertTarget;
import io.salesbrain.events.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The targets of every organization, each with its lane. */
public final class Deliveries implements AutoCloseable {
    private record Open(AlertTarget target, Lane lane) {}

    private final Courier courier;
    private final Lane.Patience patience;
    private final DeliveryCounters counters;
    private final BiConsumer<AlertTarget, String> onDead;
    private final Map<OrganizationId, ConcurrentSkipListMap<String, AlertTarget>> targets = new ConcurrentHashMap<>();
    private final Map<String, Open> lanes = new ConcurrentHashMap<>();

    /** @param onDead gets what is given up, with the reason */
    public Deliveries(Courier courier, DeliveryCounters counters, BiConsumer<AlertTarget, String> onDead) {
        this(courier, Lane.Patience.DEFAULT, counters, onDead);
    }

    Deliveries(
            Courier courier,
            Lane.Patience patience,
            DeliveryCounters counters,
            BiConsumer<AlertTarget, String> onDead) {
        this.courier = courier;
        this.patience = patience;
        this.counters = counters;
        this.onDead = onDead;
    }

    /** Takes a record of the targets topic. Called by one thread. */
    public void accept(String key, @Nullable AlertTarget target) {
        int slash = key.indexOf('/');
        var all = targets.computeIfAbsent(
                new OrganizationId(key.substring(0, slash)), _ -> new ConcurrentSkipListMap<>());
        if (target == null) {
            all.remove(key.substring(slash + 1));
        } else {
            all.put(key.substring(slash + 1), target);
        }
        var before = lanes.get(key);
        if (before != null && !before.target().equals(target)) {
            before.lane().close();
            lanes.remove(key);
        }
        if (target != null && target.disabledAt() == null && !lanes.containsKey(key)) {
            lanes.put(key, new Open(target, Lane.start(target, courier, patience, this::dead, counters)));
        }
    }

    private void dead(AlertTarget target, String why) {
        counters.disabled();
        onDead.accept(target, why);
    }

    /** Puts it into the lane of each target of the organization, and waits for none. */
    public void deliver(OrganizationId organization, Message message) {
        for (var target : of(organization)) {
            var open = lanes.get(target.key());
            if (open != null) {
                open.lane().put(message);
            }
        }
    }

    public List<AlertTarget> of(OrganizationId organization) {
        var all = targets.get(organization);
        return all == null ? List.of() : List.copyOf(all.values());
    }

    public Optional<AlertTarget> find(OrganizationId organization, String targetId) {
        return Optional.ofNullable(targets.get(organization)).flatMap(all -> Optional.ofNullable(all.get(targetId)));
    }

    @Override
    public void close() {
        lanes.values().forEach(open -> open.lane().close());
        courier.close();
    }
}
