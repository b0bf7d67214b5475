package io.salesbrain.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LiveChannelTest {
    private static final Duration NOT_LONG = Duration.ofMillis(1);

    private final LiveChannel channel = new LiveChannel();

    @Test
    void givesWhatCameSinceInOrder() throws InterruptedException {
        channel.activity("a");
        long seen = channel.latest();
        channel.activity("b");
        channel.notice("reply", "c");
        channel.activity("d");

        var batch = channel.await(seen, NOT_LONG);

        assertThat(batch.events()).extracting(LiveEvent::data).containsExactly("b", "c", "d");
        assertThat(batch.missed()).isZero();
        assertThat(channel.await(batch.upTo(), NOT_LONG).events()).isEmpty();
    }

    @Test
    void aFloodOfActivitiesLeavesNoticesInPlaceAndSaysWhatWasMissed() throws InterruptedException {
        channel.notice("hot_lead", "someone");
        IntStream.range(0, 5_000).forEach(channel::activity);

        var batch = channel.await(0, NOT_LONG);

        assertThat(batch.events()).hasSize(1_001);
        assertThat(batch.events().getFirst().data()).isEqualTo("someone");
        assertThat(batch.events().getLast().data()).isEqualTo(4_999);
        assertThat(batch.missed()).isEqualTo(4_000);
    }

    @Test
    void closingLetsNobodyWait() throws InterruptedException {
        channel.close();

        assertThat(channel.await(channel.latest(), Duration.ofMinutes(5)).events())
                .isEmpty();
    }
}
