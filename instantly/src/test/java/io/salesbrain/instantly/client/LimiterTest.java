package io.salesbrain.instantly.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LimiterTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Duration LONG = Duration.ofHours(1);

    /** The clock starts shortly before the counter's overflow, which must not matter. */
    private final FakeTicker ticker = new FakeTicker();

    private final Limiter limiter = new Limiter(Limiter.WORKSPACE, ticker);

    @Test
    void neverMoreThanAHundredInAnySecondAndSixThousandInAnyMinute() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var went = new ArrayList<Long>();
        for (int i = 0; i < 20_000; i++) {
            // Bursts, trickles and pauses, as the work of a day has them.
            if (random.nextInt(50) == 0) {
                ticker.sleep(random.nextLong(3 * SECOND));
            }
            assertThat(limiter.acquire(LONG)).isTrue();
            went.add(ticker.nanos());
        }
        assertThat(mostWithin(went, SECOND)).as("seed %d", seed).isLessThanOrEqualTo(100);
        assertThat(mostWithin(went, MINUTE)).as("seed %d", seed).isLessThanOrEqualTo(6_000);
    }

    @Test
    void fullSpeedOtherwise() throws Exception {
        long start = ticker.nanos();
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.acquire(LONG)).isTrue();
        }
        assertThat(ticker.nanos()).as("a burst waits for nothing").isEqualTo(start);
        for (int i = 100; i < 12_000; i++) {
            assertThat(limiter.acquire(LONG)).isTrue();
        }
        assertThat(ticker.nanos() - start).isEqualTo(119 * SECOND);
    }

    @Test
    void theUniboxHasTwentyAMinute() throws Exception {
        var emails = new Limiter(Limiter.EMAILS, ticker);
        long start = ticker.nanos();
        for (int i = 0; i < 41; i++) {
            assertThat(emails.acquire(LONG)).isTrue();
        }
        assertThat(ticker.nanos() - start).isEqualTo(2 * MINUTE);
    }

    @Test
    void whoCannotGetAPlaceInTimeIsToldAtOnce() throws Exception {
        for (int i = 0; i < 100; i++) {
            limiter.acquire(LONG);
        }
        long before = ticker.nanos();
        assertThat(limiter.acquire(Duration.ofMillis(500))).isFalse();
        assertThat(ticker.nanos()).isEqualTo(before);
    }

    @Test
    void whatRetryAfterSaysHoldsForAll() throws Exception {
        limiter.holdBack(Duration.ofSeconds(7));
        limiter.holdBack(Duration.ofSeconds(2));
        long before = ticker.nanos();
        assertThat(limiter.acquire(LONG)).isTrue();
        assertThat(ticker.nanos() - before).isEqualTo(7 * SECOND);
    }

    /** The most that lie in any span of this length, its end excluded. */
    private static int mostWithin(List<Long> went, long span) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < went.size(); to++) {
            while (went.get(to) - went.get(from) >= span) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
