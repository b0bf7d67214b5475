package io.salesbrain.scoring;

import io.salesbrain.classifier.ReplyClassifier;
import io.salesbrain.events.ScoreSettingsBook;
import io.salesbrain.scoring.topology.MemoryLimits;
import io.salesbrain.scoring.topology.ScoringTopology;
import io.salesbrain.scoring.watch.WatchBook;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scoring role: the topology, running. */
public final class ScoringApp implements AutoCloseable {
    public static final String APPLICATION_ID = "salesbrain-scoring";

    private static final Logger LOG = LoggerFactory.getLogger(ScoringApp.class);

    private final KafkaStreams streams;
    private final Restoration restoration;
    private final StateFolder state;

    private ScoringApp(KafkaStreams streams, Restoration restoration, StateFolder state) {
        this.streams = streams;
        this.restoration = restoration;
        this.state = state;
    }

    /**
     * The topics must exist; {@code classifier} stays the caller's to close.
     *
     * @param scores kept up to date by the caller, and complete as of now: what it lacks holds by default
     * @param watching the same for alerts
     */
    public static ScoringApp start(
            ScoringConfig config, ReplyClassifier classifier, ScoreSettingsBook scores, WatchBook watching) {
        var settings = new StreamsConfig(properties(config));
        var topology = new ScoringTopology(classifier, scores, MemoryLimits.DEFAULT, config.partitions(), watching::of)
                .build(settings);
        var state = new StateFolder(config.stateFolder(), APPLICATION_ID);
        state.prepare();
        var streams = new KafkaStreams(topology, settings);
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("a scoring thread failed and is replaced", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        var restoration = new Restoration();
        streams.setGlobalStateRestoreListener(restoration);
        streams.start();
        return new ScoringApp(streams, restoration, state);
    }

    /** The settings of the stream; public so that tests and benchmarks run with the same. */
    public static Properties properties(ScoringConfig config) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, config.stateFolder().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.replication());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbys());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 32L << 20);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), "10000");
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), "2000");
        if (config.instanceId() != null) {
            properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), config.instanceId());
        }
        // A process that stands still for a while on a busy machine need not begin its work again.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 30_000);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 16 << 20);
        properties.put(StreamsConfig.topicPrefix("max.message.bytes"), Integer.toString(16 << 20));
        return properties;
    }

    /** Every partition of ours is being worked off; false while state is restored or moves between instances. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    public String state() {
        return streams.state().name();
    }

    /** How far the state is refilled that this process lacks. */
    public Restoration restoration() {
        return restoration;
    }

    public KafkaStreams streams() {
        return streams;
    }

    @Override
    public void close() {
        if (streams.close(Duration.ofSeconds(20))) {
            state.stoppedInOrder();
        } else {
            LOG.warn("scoring did not stop within 20 s; what was not committed is worked off at the next start");
        }
    }
}
