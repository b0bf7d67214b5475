package io.salesbrain.instantly.sync;

import io.salesbrain.events.EventFlag;
import io.salesbrain.events.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Hands payloads on in large portions. Each portion waits until the log has it on the disk, so page by page most of the
 * time would go into waiting.
 */
final class Chunks {
    private static final int MOST_PAYLOADS = 1_000;
    private static final long MOST_CHARACTERS = 4L << 20;

    private final Inlet inlet;
    private final OrganizationId organization;
    private final Set<EventFlag> flags;
    private final List<String> waiting = new ArrayList<>();
    private long characters;
    private long taken;

    Chunks(Inlet inlet, OrganizationId organization, Set<EventFlag> flags) {
        this.inlet = inlet;
        this.organization = organization;
        this.flags = flags;
    }

    /** True when enough is waiting to be handed on. */
    boolean add(String payload) {
        waiting.add(payload);
        characters += payload.length();
        return isFull();
    }

    boolean isFull() {
        return waiting.size() >= MOST_PAYLOADS || characters >= MOST_CHARACTERS;
    }

    void flush() {
        if (!waiting.isEmpty()) {
            taken += inlet.take(organization, List.copyOf(waiting), flags);
            waiting.clear();
            characters = 0;
        }
    }

    /** How many became events so far. */
    long taken() {
        return taken;
    }
}
