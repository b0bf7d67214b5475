package io.salesbrain.events;

import java.time.Instant;

/**
 * That a quarantined delivery was tried again and gave events. Written after those are durable: a crash in between has
 * them appended once more, and as they are the same events they count once.
 *
 * @param rejected how many parts of the delivery were still no events
 */
public record QuarantineReplayed(String quarantineId, Instant at, int accepted, int rejected) {
    /** Nothing is left to be tried. */
    public boolean isComplete() {
        return rejected == 0;
    }
}
