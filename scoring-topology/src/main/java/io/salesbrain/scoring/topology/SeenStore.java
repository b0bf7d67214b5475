package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.lead.BurstWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The opens and clicks of each circle by second, each lead once. They are kept for a while after they were heard of,
 * whenever they happened, so that an old campaign that is delivered today is judged like a new one. What comes later
 * than that no longer makes a burst with them.
 */
final class SeenStore {
    static final Duration KEPT = Duration.ofDays(7);

    /** No organization, domain or address holds it. */
    private static final char BETWEEN = '\u0000';

    private static final int SWEPT_AT_ONCE = 2_000;
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final KeyValueStore<String, SeenLeads> store;
    private @Nullable String sweptUpTo;
    private long restsUntilMs;

    SeenStore(KeyValueStore<String, SeenLeads> store) {
        this.store = store;
    }

    /** Who was seen around a second, as far as it matters there. */
    SortedMap<Long, Set<String>> around(String circle, long second) {
        var around = new TreeMap<Long, Set<String>>();
        var from = key(circle, second - BurstWindow.SCOPE);
        var to = key(circle, second + BurstWindow.SCOPE);
        try (KeyValueIterator<String, SeenLeads> records = store.range(from, to)) {
            while (records.hasNext()) {
                KeyValue<String, SeenLeads> record = records.next();
                around.put(second(record.key), record.value.leads());
            }
        }
        return around;
    }

    /** Of one second no more leads are kept than make the strongest burst. */
    void add(String circle, long second, String lead, @Nullable Set<String> there, long nowMs) {
        var known = new SeenLeads(nowMs, there == null ? Set.of() : there);
        if (known.leads().size() < BurstWindow.MOST_PER_SECOND && !known.leads().contains(lead)) {
            store.put(key(circle, second), known.with(lead, nowMs));
        }
    }

    /** Looks at the next few records and drops the old ones among them; rests when it has seen all. */
    void sweep(long nowMs) {
        if (nowMs < restsUntilMs) {
            return;
        }
        var old = new ArrayList<String>();
        String last = null;
        int looked = 0;
        try (KeyValueIterator<String, SeenLeads> records = from(sweptUpTo)) {
            while (looked < SWEPT_AT_ONCE && records.hasNext()) {
                KeyValue<String, SeenLeads> record = records.next();
                last = record.key;
                looked++;
                if (record.value.seenAtMs() < nowMs - KEPT.toMillis()) {
                    old.add(record.key);
                }
            }
        }
        old.forEach(store::delete);
        boolean done = looked < SWEPT_AT_ONCE;
        sweptUpTo = done ? null : last;
        restsUntilMs = done ? nowMs + BETWEEN_SWEEPS.toMillis() : nowMs;
    }

    @SuppressWarnings("NullAway") // Kafka takes null for an open end.
    private KeyValueIterator<String, SeenLeads> from(@Nullable String key) {
        return key == null ? store.all() : store.range(key, null);
    }

    /** Keys of one circle lie in the order of their seconds, those before 1970 first. */
    private static String key(String circle, long second) {
        return circle + BETWEEN + HexFormat.of().toHexDigits(second ^ Long.MIN_VALUE);
    }

    private static long second(String key) {
        return HexFormat.fromHexDigitsToLong(key, key.indexOf(BETWEEN) + 1, key.length()) ^ Long.MIN_VALUE;
    }
}
