package io.salesbrain.benchmarks.scoring;

import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.classifier.ReplyClassifiers;
import io.salesbrain.events.Event;
import io.salesbrain.events.ScoreSettingsBook;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import io.salesbrain.scoring.ScoringApp;
import io.salesbrain.scoring.ScoringConfig;
import io.salesbrain.scoring.topology.MemoryLimits;
import io.salesbrain.scoring.topology.ScoringTopology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** A log of one partition on a broker of its own, and topologies that read it from its start with one thread. */
final class Pipeline implements AutoCloseable {
    private static final TopicPartition EVENTS = new TopicPartition(Topics.EVENTS.name(), 0);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final EmbeddedKafka kafka;
    private final LogConfig log;
    private final Path folder;
    private final Admin admin;
    private final ReplyClassifiers.Loaded classifier = ReplyClassifiers.load();
    private long written;

    Pipeline(Path folder) throws InterruptedException {
        this.folder = folder;
        this.kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        this.log = TopicCreator.ensure(new LogConfig(kafka.bootstrapServers(), 1, 1), Topics.ALL);
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    /** Appends the first send of every lead and then as many events as asked for. */
    void write(int leads, int events) {
        var life = new Life(leads, 42);
        try (var writer = new LogWriter(log, "bench-life")) {
            for (int lead = 0; lead < leads; lead++) {
                append(writer, life.firstSend(lead));
            }
            for (int i = 0; i < events; i++) {
                append(writer, life.next());
            }
        }
    }

    private void append(LogWriter writer, Event event) {
        var _ = writer.append(Topics.EVENTS, event.logKey(), event);
        written++;
    }

    /** Rates over equal slices of what lies behind the first records. */
    record Run(double fillPerSecond, List<Double> perSecond) {}

    /** The product's own topology. */
    Run scoring(long first, int slices) throws InterruptedException {
        var settings = settings(ScoringApp.APPLICATION_ID);
        return run(
                ScoringApp.APPLICATION_ID,
                new ScoringTopology(classifier.classifier(), new ScoreSettingsBook(), MemoryLimits.DEFAULT, 1)
                        .build(settings),
                settings,
                first,
                slices);
    }

    /** Counts the records of each key, and nothing else. */
    Run counting(long first, int slices) throws InterruptedException {
        var settings = settings("bench-counting");
        var builder = new StreamsBuilder(new TopologyConfig(settings));
        builder.stream(
                        Topics.EVENTS.name(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("read"))
                .groupByKey(Grouped.as("by-key"))
                .count(
                        Named.as("count"),
                        Materialized.<String, Long>as(Stores.persistentKeyValueStore("counts"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.Long()));
        return run("bench-counting", builder.build(), settings, first, slices);
    }

    private StreamsConfig settings(String applicationId) {
        var config = new ScoringConfig(
                log.bootstrapServers(), folder.resolve("state"), 1, 1, 1, Duration.ofMillis(100), 0, null);
        Properties properties = ScoringApp.properties(config);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        return new StreamsConfig(properties);
    }

    private Run run(String group, Topology topology, StreamsConfig settings, long first, int slices)
            throws InterruptedException {
        try (var streams = new KafkaStreams(topology, settings)) {
            streams.start();
            long from = awaitOffset(group, 1);
            long fromNanos = System.nanoTime();
            long filled = awaitOffset(group, first);
            double fillPerSecond = (filled - from) / ((System.nanoTime() - fromNanos) / 1e9);
            System.out.printf("  %s: first e-mails of all leads, %.0f events/s%n", group, fillPerSecond);
            from = filled;
            fromNanos = System.nanoTime();
            var rates = new ArrayList<Double>();
            for (int slice = 0; slice < slices; slice++) {
                long target = first + (written - first) * (slice + 1) / slices;
                var passed = awaitOffset(group, target);
                long nowNanos = System.nanoTime();
                double rate = (passed - from) / ((nowNanos - fromNanos) / 1e9);
                rates.add(rate);
                from = passed;
                fromNanos = nowNanos;
                System.out.printf("  %s: slice %d of %d, %.0f events/s%n", group, slice + 1, slices, rate);
            }
            return new Run(fillPerSecond, rates);
        }
    }

    private long awaitOffset(String group, long offset) throws InterruptedException {
        while (true) {
            try {
                var committed = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(EVENTS);
                if (committed != null && committed.offset() >= offset) {
                    return committed.offset();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("the broker does not tell how far " + group + " is", e);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    @Override
    public void close() {
        admin.close();
        classifier.classifier().close();
        kafka.close();
    }
}
