package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.hot.RankWindow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One organization's leads by mass, in a store whose keys sort as the masses do: organization, which order, mass, lead.
 */
final class ScoreOrder {
    /** Which leads are in it. */
    enum Of {
        RANKED,
        ANNOUNCED
    }

    /** Takes one lead and says whether it wants another. */
    interface Reader {
        boolean wantsMoreAfter(double mass, String leadEmail, boolean signalled);
    }

    private static final byte[] SIGNALLED = {1};
    private static final byte[] NOT_SIGNALLED = {0};

    private final KeyValueStore<Bytes, byte[]> store;
    private final byte[] prefix;

    ScoreOrder(KeyValueStore<Bytes, byte[]> store, String organization, Of which) {
        this.store = store;
        // A slash is in no organization's id, so no prefix begins another.
        this.prefix =
                (organization + (which == Of.RANKED ? "/ranked/" : "/announced/")).getBytes(StandardCharsets.UTF_8);
    }

    void put(double mass, String leadEmail, boolean signalled) {
        store.put(key(mass, leadEmail), signalled ? SIGNALLED : NOT_SIGNALLED);
    }

    void remove(double mass, String leadEmail) {
        store.put(key(mass, leadEmail), tombstone());
    }

    /** Unlike delete, which would read the old value first. */
    @SuppressWarnings("NullAway") // Kafka takes null for a removal.
    private static byte[] tombstone() {
        return null;
    }

    /** Rising, all with {@code from <= mass < under}. */
    void rising(double from, double under, Reader reader) {
        if (from < under) {
            read(store.range(key(from, ""), key(under, "")), reader);
        }
    }

    /** Falling, all with {@code from <= mass < under}. */
    void falling(double from, double under, Reader reader) {
        if (from < under) {
            read(store.reverseRange(key(from, ""), key(under, "")), reader);
        }
    }

    /** As the threshold's window sees it. */
    RankWindow.Masses masses() {
        return new RankWindow.Masses() {
            @Override
            public void under(double bound, RankWindow.Reader reader) {
                falling(Double.NEGATIVE_INFINITY, bound, (mass, _, _) -> reader.wantsMoreAfter(mass));
            }

            @Override
            public void from(double bound, RankWindow.Reader reader) {
                rising(bound, Double.POSITIVE_INFINITY, (mass, _, _) -> reader.wantsMoreAfter(mass));
            }
        };
    }

    private void read(KeyValueIterator<Bytes, byte[]> leads, Reader reader) {
        try (leads) {
            boolean more = true;
            while (more && leads.hasNext()) {
                var lead = leads.next();
                byte[] key = lead.key.get();
                int email = prefix.length + Long.BYTES;
                more = reader.wantsMoreAfter(
                        mass(ByteBuffer.wrap(key).getLong(prefix.length)),
                        new String(key, email, key.length - email, StandardCharsets.UTF_8),
                        Arrays.equals(lead.value, SIGNALLED));
            }
        }
    }

    /** Before all leads of this mass when the lead is empty. */
    private Bytes key(double mass, String leadEmail) {
        var email = leadEmail.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + Long.BYTES + email.length)
                .put(prefix)
                .putLong(sortable(mass))
                .put(email)
                .array());
    }

    /** Unsigned, in the order of the numbers: the sign bit turned, and of negative numbers all others too. */
    private static long sortable(double mass) {
        long bits = Double.doubleToLongBits(mass);
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    private static double mass(long sortable) {
        return Double.longBitsToDouble(sortable < 0 ? sortable ^ Long.MIN_VALUE : ~sortable);
    }
}
