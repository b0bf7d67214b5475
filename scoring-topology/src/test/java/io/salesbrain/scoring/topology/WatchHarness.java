package io.salesbrain.scoring.topology;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.JsonSerde;
import io.salesbrain.events.Metric;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.Topics;
import io.salesbrain.scoring.watch.WatchSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The watch stage alone, with its real stores. */
final class WatchHarness implements AutoCloseable {
    static final OrganizationId ORGANIZATION = new OrganizationId("acme");
    static final String ACCOUNT = "sender@acme.example";
    private static final String RATES = "rates";
    private static final String INCIDENTS = "incidents";

    private final WatchSettings settings;
    private TopologyTestDriver driver;
    private Instant now;
    private long version;

    WatchHarness(WatchSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
        this.driver = driver();
    }

    private TopologyTestDriver driver() {
        var properties = new Properties();
        properties.putAll(Fixtures.settings().originals());
        properties.remove("ensure.explicit.internal.resource.naming");
        var builder = new StreamsBuilder();
        var rates = builder.stream(RATES, Consumed.with(Serdes.String(), Topics.RATES.valueSerde()));
        var incidents =
                builder.stream(INCIDENTS, Consumed.with(Serdes.String(), new JsonSerde<>(AccountIncident.class)));
        rates.<WatchInput>mapValues((RateRecord value) -> new WatchInput.Counted(value))
                .merge(incidents.<WatchInput>mapValues((AccountIncident value) -> new WatchInput.Failed(value)))
                .process(new Stages())
                .to(Topics.ALERTS.name(), Produced.with(Serdes.String(), Topics.ALERTS.valueSerde()));
        return new TopologyTestDriver(builder.build(), properties, now);
    }

    Instant now() {
        return now;
    }

    long hour() {
        return RateKey.hourOf(now.toEpochMilli());
    }

    void count(Dimension dimension, long hour, Map<Metric, Long> amounts) {
        var counts = Counts.zero();
        amounts.forEach(counts::add);
        driver.createInputTopic(
                        RATES, new StringSerializer(), Topics.RATES.valueSerde().serializer())
                .pipeInput(new RateKey(ORGANIZATION, dimension, hour).format(), new RateBucket(counts, ++version, now));
    }

    void fail(AlertKind kind, Instant at) {
        var key = new RateKey(ORGANIZATION, new Dimension.Account(ACCOUNT), RateKey.hourOf(at.toEpochMilli()));
        driver.createInputTopic(INCIDENTS, new StringSerializer(), new JsonSerde<>(AccountIncident.class).serializer())
                .pipeInput(key.format(), new AccountIncident(kind, at));
    }

    List<Alert> told() {
        return driver.createOutputTopic(
                        Topics.ALERTS.name(),
                        new StringDeserializer(),
                        Topics.ALERTS.valueSerde().deserializer())
                .readValuesToList();
    }

    List<Alert> advance(Duration time) {
        var end = now.plus(time);
        // In steps, as the clock goes: a look may ask for another one.
        while (now.isBefore(end)) {
            var step = Duration.between(now, end).compareTo(Duration.ofMinutes(30)) > 0
                    ? Duration.ofMinutes(30)
                    : Duration.between(now, end);
            driver.advanceWallClockTime(step);
            now = now.plus(step);
        }
        return told();
    }

    /** Another process with the same state: what the stores hold is there, what was in memory is not. */
    void restart() {
        var before = driver;
        driver = driver();
        copy(before, Stores.WATCHED_BY_SUBJECT);
        copy(before, Stores.WATCHED_HOURS_BY_SUBJECT);
        copy(before, Stores.WATCH_ALARMS_BY_TIME);
        before.close();
    }

    private void copy(TopologyTestDriver from, String name) {
        KeyValueStore<Object, Object> target = driver.getKeyValueStore(name);
        try (var all = from.getKeyValueStore(name).all()) {
            all.forEachRemaining(entry -> target.put(entry.key, entry.value));
        }
    }

    @Override
    public void close() {
        driver.close();
    }

    private final class Stages implements ProcessorSupplier<String, WatchInput, String, Alert> {
        @Override
        public Processor<String, WatchInput, String, Alert> get() {
            return new WatchStage(_ -> settings);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Stores.ofWatchStage();
        }
    }
}
