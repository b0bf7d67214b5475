package io.salesbrain.scoring.topology;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Metric;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.Watermark;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * Counts on their way to their buckets and in the stores, in few bytes: every event touches several of them. The topic
 * that others read has them as JSON. Metrics stand for themselves by their place in {@link Metric}, which therefore only
 * grows at its end.
 */
final class RateRecordSerde implements Serde<RateRecord> {
    private static final byte WATERMARK = 0;
    private static final byte BUCKET = 1;
    private static final int LONGEST_NUMBER_BYTES = 10;

    @Override
    public Serializer<RateRecord> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<RateRecord> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    private static byte @Nullable [] write(@Nullable RateRecord value) {
        return switch (value) {
            case null -> null;
            case Watermark mark -> {
                var out = ByteBuffer.allocate(1 + 3 * LONGEST_NUMBER_BYTES).put(WATERMARK);
                ByteUtils.writeVarlong(mark.partition(), out);
                ByteUtils.writeVarlong(mark.processed(), out);
                ByteUtils.writeVarlong(mark.duplicates(), out);
                yield taken(out);
            }
            case RateBucket bucket -> write(bucket);
        };
    }

    private static byte[] write(RateBucket bucket) {
        var counts = bucket.counts();
        var out = ByteBuffer.allocate(1 + 2 * LONGEST_NUMBER_BYTES + Metric.count() * (1 + LONGEST_NUMBER_BYTES))
                .put(BUCKET);
        ByteUtils.writeVarlong(bucket.version(), out);
        ByteUtils.writeVarlong(bucket.updatedAt().toEpochMilli(), out);
        for (int place = 0; place < Metric.count(); place++) {
            long amount = counts.get(Metric.at(place));
            if (amount != 0) {
                out.put((byte) place);
                ByteUtils.writeVarlong(amount, out);
            }
        }
        return taken(out);
    }

    private static byte[] taken(ByteBuffer out) {
        var bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return bytes;
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; absent is null by its contract.
    private static @Nullable RateRecord read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        var in = ByteBuffer.wrap(bytes);
        byte kind = in.get();
        if (kind == WATERMARK) {
            return new Watermark(
                    Math.toIntExact(ByteUtils.readVarlong(in)), ByteUtils.readVarlong(in), ByteUtils.readVarlong(in));
        }
        if (kind != BUCKET) {
            throw new IllegalArgumentException("a rate record of kind " + kind + " is newer than this program");
        }
        long version = ByteUtils.readVarlong(in);
        var updatedAt = Instant.ofEpochMilli(ByteUtils.readVarlong(in));
        var counts = Counts.zero();
        while (in.hasRemaining()) {
            counts.add(Metric.at(in.get()), ByteUtils.readVarlong(in));
        }
        return new RateBucket(counts, version, updatedAt);
    }
}
