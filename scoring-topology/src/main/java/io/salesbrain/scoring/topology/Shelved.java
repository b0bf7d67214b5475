package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.lead.History;
import io.salesbrain.scoring.lead.HistoryCodec;
import io.salesbrain.scoring.lead.Touch;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** A touch laid aside. */
record Shelved(long shelvedAtMs, Touch touch) {
    /** Eight bytes of time, then a history of one. */
    static Serde<Shelved> serde() {
        return Serdes.serdeFrom((topic, value) -> write(value), (topic, bytes) -> read(bytes));
    }

    private static byte @Nullable [] write(@Nullable Shelved value) {
        if (value == null) {
            return null;
        }
        var touch = HistoryCodec.encode(new History(List.of(value.touch())));
        return ByteBuffer.allocate(Long.BYTES + touch.length)
                .putLong(value.shelvedAtMs())
                .put(touch)
                .array();
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; absent is null by its contract.
    private static @Nullable Shelved read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        var in = ByteBuffer.wrap(bytes);
        long shelvedAtMs = in.getLong();
        var touch = new byte[in.remaining()];
        in.get(touch);
        return new Shelved(shelvedAtMs, HistoryCodec.decode(touch).touches().getFirst());
    }
}
