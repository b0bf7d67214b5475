package io.salesbrain.scoring.watch;

import io.salesbrain.events.AlertKind;
import java.time.Instant;

/**
 * A fall that was found but not told yet. While a backlog is worked off, sends may be known before what became of them; a
 * fall is told when its numbers have stood still for a while.
 *
 * @param trials and {@code successes}: what it rested on when it was first seen
 */
public record Suspicion(AlertKind kind, Instant seenAt, long lastHour, long trials, long successes) {
    boolean isSame(Finding finding) {
        return lastHour == finding.lastHour() && trials == finding.trials() && successes == finding.successes();
    }

    static Suspicion of(AlertKind kind, Finding finding, Instant now) {
        return new Suspicion(kind, now, finding.lastHour(), finding.trials(), finding.successes());
    }
}
