package io.salesbrain.scoring.topology;

import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadRecord;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.Metric;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.Topics;
import io.salesbrain.events.Watermark;
import io.salesbrain.scoring.lead.ScoreSettings;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine opens one mail thousands of times: every open counts once, and nothing grows at hand. */
class FloodTest {
    private static final int OPENS = 1_000;
    private static final MemoryLimits SHORT = new MemoryLimits(20, Duration.ofDays(7));

    private TopologyTestDriver driver;
    private TestInputTopic<String, Event> events;
    private TestOutputTopic<String, LeadRecord> leads;
    private TestOutputTopic<String, RateRecord> rates;

    @BeforeEach
    void start() {
        var settings = Fixtures.settings();
        var properties = new Properties();
        properties.putAll(settings.originals());
        driver = new TopologyTestDriver(
                new ScoringTopology(Fixtures.CLASSIFIER, ScoreSettings.DEFAULT, SHORT, 1).build(settings), properties);
        events = driver.createInputTopic(
                Topics.EVENTS.name(),
                new StringSerializer(),
                Topics.EVENTS.valueSerde().serializer());
        leads = driver.createOutputTopic(
                Topics.LEAD_STATES.name(),
                new StringDeserializer(),
                Topics.LEAD_STATES.valueSerde().deserializer());
        rates = driver.createOutputTopic(
                Topics.RATES.name(),
                new StringDeserializer(),
                Topics.RATES.valueSerde().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
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
            flood(random).forEach(event -> events.pipeInput(event.logKey(), event));
            driver.advanceWallClockTime(Duration.ofMillis(200));

            var campaign = campaign();
            assertThat(campaign.get(Metric.OPENS_TOTAL)).isEqualTo(OPENS);
            assertThat(campaign.get(Metric.EMAILS_OPENED)).isEqualTo(1);
            assertThat(campaign.get(Metric.EMAILS_SENT)).isEqualTo(1);
            var records = leads.readValuesToList();
            assertThat(records).last().isEqualTo(new Watermark(0, OPENS + 1L, OPENS / 5));
            var states = records.stream().filter(LeadState.class::isInstance).toList();
            assertThat(((LeadState) states.getLast()).points()).isEqualTo(10);
            assertThat(atHand()).isLessThanOrEqualTo(SHORT.mostAtHand());
        });
    }

    @Test
    void whatWasLaidAsideIsSweptOutAfterItsTimeAndItsCountsStay() {
        Seeds.forEach(1, random -> {
            flood(random).forEach(event -> events.pipeInput(event.logKey(), event));
            assertThat(aside()).isEqualTo(OPENS + 1L - atHand());
            driver.advanceWallClockTime(Duration.ofDays(6));
            assertThat(aside()).isEqualTo(OPENS + 1L - atHand());
            driver.advanceWallClockTime(Duration.ofDays(2));
            for (int sweep = 0; sweep < 5; sweep++) {
                driver.advanceWallClockTime(Duration.ofSeconds(10));
            }
            assertThat(aside()).isZero();
            assertThat(campaign().get(Metric.OPENS_TOTAL)).isEqualTo(OPENS);
        });
    }

    private int atHand() {
        var histories = driver.<String, Remembered>getKeyValueStore(Stores.HISTORIES_BY_SUBJECT);
        try (var all = histories.all()) {
            return all.next().value.memory().atHand().touches().size();
        }
    }

    private long aside() {
        var shelved =
                Objects.requireNonNull(driver.<String, Shelved>getKeyValueStore(Stores.SHELVED_BY_SUBJECT_AND_EVENT));
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
        var latest = new HashMap<RateKey, Counts>();
        rates.readKeyValuesToList().forEach(record -> {
            if (record.value instanceof RateBucket bucket) {
                latest.put(RateKey.parse(record.key), bucket.counts());
            }
        });
        var sum = Counts.zero();
        latest.forEach((key, counts) -> {
            if (key.dimension() instanceof Dimension.Campaign) {
                sum.add(counts);
            }
        });
        return sum;
    }
}
