package io.salesbrain.scoring.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which leads to look at when: at most one time per lead, in the order of time. */
final class Alarms {
    /** So many hexadecimal digits that the order of the texts is the order of the times. */
    private static final int DIGITS = 16;

    private static final String NOTHING = "";

    private final KeyValueStore<String, String> store;

    Alarms(KeyValueStore<String, String> store) {
        this.store = store;
    }

    void move(String lead, OptionalLong from, OptionalLong to) {
        if (from.equals(to)) {
            return;
        }
        from.ifPresent(atMs -> store.delete(key(atMs, lead)));
        to.ifPresent(atMs -> store.put(key(atMs, lead), NOTHING));
    }

    /** The leads whose time has come, the earliest first. */
    List<String> upTo(long nowMs, int most) {
        var leads = new ArrayList<String>();
        try (var due = store.range(time(0), time(nowMs + 1))) {
            while (due.hasNext() && leads.size() < most) {
                leads.add(due.next().key.substring(DIGITS));
            }
        }
        return leads;
    }

    private static String key(long atMs, String lead) {
        return time(atMs) + lead;
    }

    private static String time(long atMs) {
        return "%016x".formatted(Math.max(0, atMs));
    }
}
