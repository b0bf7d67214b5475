package io.salesbrain.query.live;

import java.util.ArrayList;
import java.util.List;

/** The last so many events; older ones are forgotten. The caller holds the lock. */
final class Ring {
    private final LiveEvent[] events;
    private long appended;

    Ring(int capacity) {
        this.events = new LiveEvent[capacity];
    }

    void append(LiveEvent event) {
        events[(int) (appended++ % events.length)] = event;
    }

    /** Those with a higher number that are still here, oldest first. */
    List<LiveEvent> after(long number) {
        var found = new ArrayList<LiveEvent>();
        for (long i = appended - 1; i >= 0 && i >= appended - events.length; i--) {
            var event = events[(int) (i % events.length)];
            if (event.number() <= number) {
                break;
            }
            found.add(event);
        }
        return found.reversed();
    }
}
