package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.hot.RankWindow;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an organization's threshold.
 *
 * @param scored leads that have points and are not disqualified
 * @param place the lead whose mass the threshold is; positive infinity while there is none
 * @param judged from this mass upwards every lead has been judged; above the threshold's while some are still to be
 * @param lowestAnnounced no announced lead has a lower mass
 */
record Threshold(long scored, RankWindow.Place place, double judged, double lowestAnnounced) {
    static final Threshold NONE = new Threshold(
            0, new RankWindow.Place(Double.POSITIVE_INFINITY, 0), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final int BYTES = 5 * Long.BYTES;

    static Serde<Threshold> serde() {
        return Serdes.serdeFrom((topic, value) -> write(value), (topic, bytes) -> read(bytes));
    }

    private static byte @Nullable [] write(@Nullable Threshold value) {
        return value == null
                ? null
                : ByteBuffer.allocate(BYTES)
                        .putLong(value.scored)
                        .putDouble(value.place.mass())
                        .putLong(value.place.above())
                        .putDouble(value.judged)
                        .putDouble(value.lowestAnnounced)
                        .array();
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; absent is null by its contract.
    private static @Nullable Threshold read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        var in = ByteBuffer.wrap(bytes);
        return new Threshold(
                in.getLong(), new RankWindow.Place(in.getDouble(), in.getLong()), in.getDouble(), in.getDouble());
    }
}
