package io.salesbrain.events;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A record of ours as JSON text; null stands for a tombstone. */
public final class JsonSerde<T> implements Serde<T> {
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final String typeName;

    public JsonSerde(Class<T> type) {
        this.writer = Json.MAPPER.writerFor(type);
        this.reader = Json.MAPPER.readerFor(type);
        this.typeName = type.getSimpleName();
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    byte @Nullable [] write(@Nullable T value) {
        if (value == null) {
            return null;
        }
        try {
            return writer.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new SerializationException("cannot write " + typeName + " as JSON", e);
        }
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; a tombstone is null by its contract.
    private @Nullable T read(byte @Nullable [] bytes) {
        return bytes == null ? null : read(bytes, bytes.length);
    }

    /** From the first bytes alone. */
    T read(byte[] bytes, int length) {
        try {
            return reader.readValue(bytes, 0, length);
        } catch (IOException e) {
            throw new SerializationException("cannot read " + typeName + " from JSON", e);
        }
    }
}
