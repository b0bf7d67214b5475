package io.salesbrain.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A record of ours in one line of JSON and, behind it, the delivery's own text as it was sent. That text is most of the
 * record: this way no stage escapes it, and none reads through it that does not ask for it.
 */
public final class VerbatimSerde<T> implements Serde<T> {
    private final JsonSerde<T> head;
    private final Function<T, String> raw;
    private final BiFunction<T, String, T> withRaw;

    /** @param raw the text of a value; its JSON does not have it */
    VerbatimSerde(Class<T> type, Function<T, String> raw, BiFunction<T, String, T> withRaw) {
        this.head = new JsonSerde<>(type);
        this.raw = raw;
        this.withRaw = withRaw;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    private byte @Nullable [] write(@Nullable T value) {
        var line = head.write(value);
        if (value == null || line == null || raw.apply(value).isEmpty()) {
            return line;
        }
        var text = raw.apply(value).getBytes(StandardCharsets.UTF_8);
        var both = Arrays.copyOf(line, line.length + 1 + text.length);
        both[line.length] = '\n';
        System.arraycopy(text, 0, both, line.length + 1, text.length);
        return both;
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; a tombstone is null by its contract.
    private @Nullable T read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        // The line itself has no line break: JSON escapes it.
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        var value = head.read(bytes, end);
        return end == bytes.length
                ? value
                : withRaw.apply(value, new String(bytes, end + 1, bytes.length - end - 1, StandardCharsets.UTF_8));
    }
}
