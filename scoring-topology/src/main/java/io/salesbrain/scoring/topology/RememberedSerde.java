package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.lead.HistoryCodec;
import io.salesbrain.scoring.lead.Memory;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * One byte of flags about the touches laid aside, seven of version, then the history in its own format. The flags were
 * the version's highest byte, always 0, before touches were laid aside: what was written then reads the same.
 */
final class RememberedSerde implements Serde<Remembered> {
    private static final int VERSION_BITS = 56;
    private static final long VERSION_MASK = (1L << VERSION_BITS) - 1;

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
        var history = HistoryCodec.encode(value.memory().atHand());
        return ByteBuffer.allocate(Long.BYTES + history.length)
                .putLong(((long) value.memory().asideFlags() << VERSION_BITS) | value.version())
                .put(history)
                .array();
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; absent is null by its contract.
    private static @Nullable Remembered read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        var in = ByteBuffer.wrap(bytes);
        long head = in.getLong();
        var history = new byte[in.remaining()];
        in.get(history);
        var memory = Memory.of(HistoryCodec.decode(history), (int) (head >>> VERSION_BITS));
        return new Remembered(memory, head & VERSION_MASK);
    }
}
