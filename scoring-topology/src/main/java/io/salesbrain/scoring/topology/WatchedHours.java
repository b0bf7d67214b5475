package io.salesbrain.scoring.topology;

import io.salesbrain.events.StepVariant;
import io.salesbrain.scoring.watch.WatchedHour;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The hours of each account and campaign in order, as one range of a store; of a campaign also those of its steps. */
final class WatchedHours {
    /** No id of ours holds it, and what strangers put into theirs is told apart by its length. */
    private static final char SEPARATOR = '\u0000';

    private static final int HOUR_DIGITS = 8;
    private static final int STEP_DIGITS = 4;
    private static final int PLACE_LENGTH = HOUR_DIGITS + 3 * STEP_DIGITS;
    private static final int LONGEST_NUMBER_BYTES = 10;
    private static final int NUMBERS = 7;

    /** After a rebuild from years of history the rest goes with the next looks. */
    private static final int MOST_FORGOTTEN = 5_000;

    /** Takes an hour. */
    @FunctionalInterface
    interface Reader {
        void accept(long hour, StepVariant step, WatchedHour counts);
    }

    private final KeyValueStore<String, WatchedHour> store;

    WatchedHours(KeyValueStore<String, WatchedHour> store) {
        this.store = store;
    }

    void put(String subject, long hour, StepVariant step, WatchedHour counts) {
        var key = key(subject, hour, step);
        if (counts.isEmpty()) {
            store.delete(key);
        } else {
            store.put(key, counts);
        }
    }

    /** Those of a subject from an hour on, in order. */
    void read(String subject, long fromHour, Reader reader) {
        try (var hours = range(subject, fromHour, Long.MAX_VALUE)) {
            while (hours.hasNext()) {
                var next = hours.next();
                if (isOf(subject, next.key)) {
                    var place = next.key.substring(subject.length() + 1);
                    reader.accept(Long.parseLong(place.substring(0, HOUR_DIGITS)), step(place), next.value);
                }
            }
        }
    }

    void forgetBefore(String subject, long hour) {
        var old = new ArrayList<String>();
        try (var hours = range(subject, 0, hour - 1)) {
            while (hours.hasNext() && old.size() < MOST_FORGOTTEN) {
                var key = hours.next().key;
                if (isOf(subject, key)) {
                    old.add(key);
                }
            }
        }
        old.forEach(store::delete);
    }

    private KeyValueIterator<String, WatchedHour> range(String subject, long from, long to) {
        var last = new StepVariant(StepVariant.MAX, StepVariant.MAX, StepVariant.MAX);
        return store.range(key(subject, from, StepVariant.UNKNOWN), key(subject, to, last));
    }

    private static boolean isOf(String subject, String key) {
        return key.length() == subject.length() + 1 + PLACE_LENGTH;
    }

    /** Hours before 1970 and after the year 13000 are all the same to us. */
    private static String key(String subject, long hour, StepVariant step) {
        long place = Math.clamp(hour, 0, 99_999_999L);
        return subject + SEPARATOR + "%08d%04d%04d%04d".formatted(place, step.sequence(), step.step(), step.variant());
    }

    private static StepVariant step(String place) {
        return new StepVariant(number(place, 0), number(place, 1), number(place, 2));
    }

    private static int number(String place, int which) {
        int start = HOUR_DIGITS + which * STEP_DIGITS;
        return Integer.parseInt(place.substring(start, start + STEP_DIGITS));
    }

    static Serde<WatchedHour> serde() {
        return Serdes.serdeFrom(
                (topic, counts) -> counts == null ? null : write(counts),
                (topic, bytes) -> bytes == null ? null : read(bytes));
    }

    private static byte[] write(WatchedHour counts) {
        var out = ByteBuffer.allocate(NUMBERS * LONGEST_NUMBER_BYTES);
        ByteUtils.writeVarlong(counts.sent(), out);
        ByteUtils.writeVarlong(counts.bounced(), out);
        ByteUtils.writeVarlong(counts.spamReports(), out);
        ByteUtils.writeVarlong(counts.unsubscribed(), out);
        ByteUtils.writeVarlong(counts.contacted(), out);
        ByteUtils.writeVarlong(counts.opened(), out);
        ByteUtils.writeVarlong(counts.replied(), out);
        var bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return bytes;
    }

    private static WatchedHour read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        return new WatchedHour(
                ByteUtils.readVarlong(in),
                ByteUtils.readVarlong(in),
                ByteUtils.readVarlong(in),
                ByteUtils.readVarlong(in),
                ByteUtils.readVarlong(in),
                ByteUtils.readVarlong(in),
                ByteUtils.readVarlong(in));
    }
}
