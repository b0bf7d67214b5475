package io.salesbrain.simulator.delivery;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a webhook is active, or was disabled because its target failed too often. Nothing but a person's word makes it active again. */
final class Standing {
    private final Patience patience;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private @Nullable Instant disabledAt;

    Standing(Patience patience) {
        this.patience = patience;
    }

    synchronized boolean active() {
        return disabledAt == null;
    }

    synchronized Optional<Instant> disabledAt() {
        return Optional.ofNullable(disabledAt);
    }

    synchronized void succeeded() {
        failures.clear();
    }

    /** True when this was the failure too many. */
    synchronized boolean failed(Instant now) {
        if (disabledAt != null) {
            return false;
        }
        failures.addLast(now);
        while (failures.getFirst().isBefore(now.minus(patience.window()))) {
            failures.removeFirst();
        }
        if (failures.size() >= patience.failures()) {
            disabledAt = now;
            failures.clear();
            return true;
        }
        return false;
    }

    synchronized void resume() {
        disabledAt = null;
        failures.clear();
    }
}
