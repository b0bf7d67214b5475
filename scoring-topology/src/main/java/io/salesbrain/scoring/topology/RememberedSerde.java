package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.lead.HistoryCodec;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Eight bytes of version, then the history in its own format. */
final class RememberedSerde implements Serde<Remembered> {
    @Override
    public Serializer<Remembered> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<Remembered> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    private static byte @Nullable [] write(@Nullable Remembered value) {
        if (value == null) {
            return null;
        }
        var history = HistoryCodec.encode(value.history());
        return ByteBuffer.allocate(Long.BYTES + history.length)
                .putLong(value.version())
                .put(history)
                .array();
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; absent is null by its contract.
    private static @Nullable Remembered read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        var in = ByteBuffer.wrap(bytes);
        long version = in.getLong();
        var history = new byte[in.remaining()];
        in.get(history);
        return new Remembered(HistoryCodec.decode(history), version);
    }
}
