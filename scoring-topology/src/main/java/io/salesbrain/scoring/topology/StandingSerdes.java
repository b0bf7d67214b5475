package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.hot.KnownStanding;
import io.salesbrain.scoring.hot.StandingChange;
import io.salesbrain.scoring.hot.StandingCodec;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Standings on their way to the hot stage, and in its store. */
final class StandingSerdes {
    private StandingSerdes() {}

    static Serde<StandingChange> change() {
        return serde(StandingCodec::encode, StandingCodec::decodeChange);
    }

    static Serde<KnownStanding> known() {
        return serde(StandingCodec::encode, StandingCodec::decodeKnown);
    }

    private static <T> Serde<T> serde(Function<T, byte[]> encode, Function<byte[], T> decode) {
        return Serdes.serdeFrom((topic, value) -> orNull(value, encode), (topic, bytes) -> orNull(bytes, decode));
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; absent is null by its contract.
    private static <A, B> @Nullable B orNull(@Nullable A value, Function<A, B> convert) {
        return value == null ? null : convert.apply(value);
    }
}
