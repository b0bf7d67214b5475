package io.salesbrain.scoring.topology;

import io.salesbrain.events.HotCrossing;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.events.Topics;
import io.salesbrain.scoring.hot.KnownStanding;
import io.salesbrain.scoring.hot.StandingChange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The hot stage alone, with its real stores. */
final class HotHarness implements AutoCloseable {
    private static final String CHANGES = "changes";

    BigDecimal share = new BigDecimal("0.1");
    BigDecimal minimum = BigDecimal.ZERO;
    private TopologyTestDriver driver;
    private TestInputTopic<String, StandingChange> changes;
    private TestOutputTopic<String, HotCrossing> crossings;
    private Instant now;

    HotHarness(Instant now) {
        this.now = now;
        this.driver = driver();
        this.changes = input();
        this.crossings = output();
    }

    private ScoreSettings settings() {
        var defaults = ScoreSettings.DEFAULT;
        return new ScoreSettings(
                defaults.open(),
                defaults.click(),
                defaults.reply(),
                defaults.meeting(),
                defaults.halfLifeMs(),
                share,
                minimum);
    }

    private TopologyTestDriver driver() {
        var settings = Fixtures.settings();
        var properties = new Properties();
        properties.putAll(settings.originals());
        var builder = new StreamsBuilder();
        builder.stream(CHANGES, Consumed.with(Serdes.String(), StandingSerdes.change()))
                .process(new Stages())
                .to(Topics.HOT_CROSSINGS.name(), Produced.with(Serdes.String(), Topics.HOT_CROSSINGS.valueSerde()));
        properties.remove("ensure.explicit.internal.resource.naming");
        return new TopologyTestDriver(builder.build(), properties, now);
    }

    private TestInputTopic<String, StandingChange> input() {
        return driver.createInputTopic(
                CHANGES, new StringSerializer(), StandingSerdes.change().serializer());
    }

    private TestOutputTopic<String, HotCrossing> output() {
        return driver.createOutputTopic(
                Topics.HOT_CROSSINGS.name(),
                new StringDeserializer(),
                Topics.HOT_CROSSINGS.valueSerde().deserializer());
    }

    Instant now() {
        return now;
    }

    /** Who is told of, by this change. */
    List<HotCrossing> send(String organization, StandingChange change) {
        changes.pipeInput(organization, change);
        return crossings.readValuesToList();
    }

    List<HotCrossing> advance(Duration time) {
        driver.advanceWallClockTime(time);
        now = now.plus(time);
        return crossings.readValuesToList();
    }

    /** Another process with the same state: what the stores hold is there, what was in memory is not. */
    void restart() {
        var before = driver;
        driver = driver();
        this.changes = input();
        this.crossings = output();
        copy(before, Stores.STANDINGS_BY_LEAD);
        copy(before, Stores.LEADS_BY_SCORE);
        copy(before, Stores.THRESHOLDS_BY_ORGANIZATION);
        before.close();
    }

    private void copy(TopologyTestDriver from, String name) {
        KeyValueStore<Object, Object> target = driver.getKeyValueStore(name);
        try (var all = from.getKeyValueStore(name).all()) {
            all.forEachRemaining(entry -> target.put(entry.key, entry.value));
        }
    }

    KeyValueStore<String, KnownStanding> standings() {
        return driver.getKeyValueStore(Stores.STANDINGS_BY_LEAD);
    }

    KeyValueStore<String, Threshold> thresholds() {
        return driver.getKeyValueStore(Stores.THRESHOLDS_BY_ORGANIZATION);
    }

    KeyValueStore<Bytes, byte[]> order() {
        return driver.getKeyValueStore(Stores.LEADS_BY_SCORE);
    }

    @Override
    public void close() {
        driver.close();
    }

    private final class Stages implements ProcessorSupplier<String, StandingChange, String, HotCrossing> {
        @Override
        public Processor<String, StandingChange, String, HotCrossing> get() {
            return new HotStage((OrganizationId _) -> settings());
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Stores.ofHotStage();
        }
    }
}
