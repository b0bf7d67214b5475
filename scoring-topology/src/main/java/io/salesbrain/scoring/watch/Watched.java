package io.salesbrain.scoring.watch;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertKind;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of an account or campaign besides its hours.
 *
 * @param open its alerts, at most one of a kind
 * @param wakeAtMs when to look at it next; 0 for not
 * @param lookedAtMs when it was looked at last
 */
public record Watched(List<Alert> open, List<Suspicion> suspicions, long wakeAtMs, long lookedAtMs) {
    public static final Watched NOTHING = new Watched(List.of(), List.of(), 0, 0);

    public Watched {
        open = List.copyOf(open);
        suspicions = List.copyOf(suspicions);
    }

    public Watched wakeAt(long atMs) {
        return new Watched(open, suspicions, atMs, lookedAtMs);
    }

    Optional<Alert> open(AlertKind kind) {
        return open.stream().filter(alert -> alert.kind() == kind).findFirst();
    }

    Optional<Suspicion> suspicion(AlertKind kind) {
        return suspicions.stream().filter(suspicion -> suspicion.kind() == kind).findFirst();
    }
}
