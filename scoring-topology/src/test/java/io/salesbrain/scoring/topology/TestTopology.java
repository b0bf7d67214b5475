package io.salesbrain.scoring.topology;

import io.salesbrain.events.Alert;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Event;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.LeadRecord;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.events.ScoreSettingsBook;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.ScoredRecord;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology with one partition, and what goes in and comes out. */
public final class TestTopology implements AutoCloseable {
    final TopologyTestDriver driver;
    final ScoreSettingsBook scoreSettings = new ScoreSettingsBook();
    final TestOutputTopic<String, ScoredRecord> scored;
    final TestOutputTopic<String, LeadRecord> leads;
    final TestOutputTopic<String, RateRecord> rates;
    final TestOutputTopic<String, FollowUp> followUps;
    final TestOutputTopic<String, Alert> alerts;
    private final TestInputTopic<String, Event> events;
    private final TestInputTopic<String, ReplyCorrection> corrections;

    TestTopology(MemoryLimits limits) {
        this(limits, Instant.now());
    }

    public static TestTopology withDefaults() {
        return new TestTopology(MemoryLimits.DEFAULT);
    }

    /** @param now what the clock shows at first */
    TestTopology(MemoryLimits limits, Instant now) {
        var settings = Fixtures.settings();
        var properties = new Properties();
        properties.putAll(settings.originals());
        driver = new TopologyTestDriver(
                new ScoringTopology(Fixtures.CLASSIFIER, scoreSettings, limits, 1).build(settings), properties, now);
        events = driver.createInputTopic(
                Topics.EVENTS.name(),
                new StringSerializer(),
                Topics.EVENTS.valueSerde().serializer());
        corrections = driver.createInputTopic(
                Topics.REPLY_CORRECTIONS.name(),
                new StringSerializer(),
                Topics.REPLY_CORRECTIONS.valueSerde().serializer());
        scored = output(Topics.SCORED_EVENTS);
        leads = output(Topics.LEAD_STATES);
        rates = output(Topics.RATES);
        followUps = output(Topics.FOLLOW_UPS);
        alerts = output(Topics.ALERTS);
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.valueSerde().deserializer());
    }

    public void send(Event event) {
        events.pipeInput(event.logKey(), event);
    }

    public void send(ReplyCorrection correction) {
        corrections.pipeInput(correction.key(), correction);
    }

    /** All states of leads told since this was last asked. */
    public List<LeadState> leadStates() {
        return leads.readValuesToList().stream()
                .filter(LeadState.class::isInstance)
                .map(LeadState.class::cast)
                .toList();
    }

    /** All distinct events told since this was last asked. */
    public List<ScoredEvent> scoredEvents() {
        return scored.readValuesToList().stream()
                .filter(ScoredEvent.class::isInstance)
                .map(ScoredEvent.class::cast)
                .toList();
    }

    /** The latest counts of an organization's buckets, empty ones left out. */
    Map<RateKey, Counts> bucketsOf(String organization) {
        var latest = buckets();
        latest.keySet().removeIf(key -> !key.organizationId().value().equals(organization));
        return latest;
    }

    /** The latest counts of all buckets, empty ones left out. */
    public Map<RateKey, Counts> buckets() {
        driver.advanceWallClockTime(Duration.ofMillis(200));
        var latest = new HashMap<RateKey, Counts>();
        rates.readKeyValuesToList().forEach(record -> {
            if (record.value instanceof RateBucket bucket) {
                latest.put(RateKey.parse(record.key), bucket.counts());
            }
        });
        latest.values().removeIf(Counts::isZero);
        return latest;
    }

    @Override
    public void close() {
        driver.close();
    }
}
