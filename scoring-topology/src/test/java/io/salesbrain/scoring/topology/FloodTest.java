package io.salesbrain.scoring.topology;

import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.Metric;
import io.salesbrain.events.Watermark;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine opens one mail thousands of times: every open counts once, and nothing grows at hand. */
class FloodTest {
    private static final int OPENS = 1_000;
    private static final MemoryLimits SHORT = new MemoryLimits(20, Duration.ofDays(7));

    private TestTopology topology;

    @BeforeEach
    void start() {
        topology = new TestTopology(SHORT);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    private static List<Event> flood(Random random) {
        var flood = new ArrayList<Event>();
        flood.add(happened(EventType.EMAIL_SENT).event());
        for (int i = 1; i <= OPENS; i++) {
            var open = happened(EventType.EMAIL_OPENED)
                    .after(Duration.ofSeconds(i))
                    .event();
            flood.add(open);
            if (i % 5 == 0) {
                flood.add(open);
            }
        }
        Collections.shuffle(flood, random);
        return flood;
    }

    @Test
    void everyOpenCountsOnceInAnyOrder() {
        Seeds.forEach(1, random -> {
            flood(random).forEach(topology::send);
            topology.driver.advanceWallClockTime(Duration.ofMillis(200));

            var campaign = campaign();
            assertThat(campaign.get(Metric.OPENS_TOTAL)).isEqualTo(OPENS);
            assertThat(campaign.get(Metric.EMAILS_OPENED)).isEqualTo(1);
            assertThat(campaign.get(Metric.EMAILS_SENT)).isEqualTo(1);
            var records = topology.leads.readValuesToList();
            assertThat(records).last().isEqualTo(new Watermark(0, OPENS + 1L, OPENS / 5));
            var states = records.stream().filter(LeadState.class::isInstance).toList();
            assertThat(((LeadState) states.getLast()).points()).isEqualTo(10);
            assertThat(atHand()).isLessThanOrEqualTo(SHORT.mostAtHand());
        });
    }

    @Test
    void whatWasLaidAsideIsSweptOutAfterItsTimeAndItsCountsStay() {
        Seeds.forEach(1, random -> {
            flood(random).forEach(topology::send);
            assertThat(aside()).isEqualTo(OPENS + 1L - atHand());
            topology.driver.advanceWallClockTime(Duration.ofDays(6));
            assertThat(aside()).isEqualTo(OPENS + 1L - atHand());
            topology.driver.advanceWallClockTime(Duration.ofDays(2));
            for (int sweep = 0; sweep < 5; sweep++) {
                topology.driver.advanceWallClockTime(Duration.ofSeconds(10));
            }
            assertThat(aside()).isZero();
            assertThat(campaign().get(Metric.OPENS_TOTAL)).isEqualTo(OPENS);
        });
    }

    private int atHand() {
        var histories = topology.driver.<String, Remembered>getKeyValueStore(Stores.HISTORIES_BY_SUBJECT);
        try (var all = histories.all()) {
            return all.next().value.memory().atHand().touches().size();
        }
    }

    private long aside() {
        var shelved = Objects.requireNonNull(
                topology.driver.<String, Shelved>getKeyValueStore(Stores.SHELVED_BY_SUBJECT_AND_EVENT));
        long number = 0;
        try (var all = shelved.all()) {
            while (all.hasNext()) {
                all.next();
                number++;
            }
        }
        return number;
    }

    private Counts campaign() {
        var sum = Counts.zero();
        topology.bucketsOf("acme").forEach((key, counts) -> {
            if (key.dimension() instanceof Dimension.Campaign) {
                sum.add(counts);
            }
        });
        return sum;
    }
}
