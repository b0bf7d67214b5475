package io.salesbrain.scoring.topology;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** How many distinct events and how many duplicates a partition has seen. */
record Tallied(long processed, long duplicates) {
    static final Tallied NONE = new Tallied(0, 0);

    Tallied oneProcessed() {
        return new Tallied(processed + 1, duplicates);
    }

    Tallied oneDuplicate() {
        return new Tallied(processed, duplicates + 1);
    }

    /** Two numbers of eight bytes: it is written with every event. */
    static Serde<Tallied> serde() {
        return Serdes.serdeFrom((topic, value) -> write(value), (topic, bytes) -> read(bytes));
    }

    private static byte @Nullable [] write(@Nullable Tallied value) {
        return value == null
                ? null
                : ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(value.processed())
                        .putLong(value.duplicates())
                        .array();
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; absent is null by its contract.
    private static @Nullable Tallied read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        var in = ByteBuffer.wrap(bytes);
        return new Tallied(in.getLong(), in.getLong());
    }
}
