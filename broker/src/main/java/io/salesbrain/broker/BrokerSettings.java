package io.salesbrain.broker;

import java.nio.file.Path;
import java.util.Properties;

/** How Kafka is set up when it is a part of one process: small, quick to start, and careful with what it accepted. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String HOST = "127.0.0.1";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final int MAX_RECORD_BYTES = 16 << 20;
    private static final int SEGMENT_BYTES = 64 << 20;
    private static final int INDEX_BYTES = 1 << 20;
    private static final int MINUTES_PER_YEAR = 365 * 24 * 60;

    private BrokerSettings() {}

    static Properties of(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        node(settings, folder, port, controllerPort);
        durability(settings);
        internalTopics(settings);
        size(settings);
        return settings;
    }

    private static void node(Properties settings, Path folder, int port, int controllerPort) {
        put(settings, "node.id", NODE_ID);
        put(settings, "process.roles", "broker,controller");
        put(settings, "controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        put(settings, "controller.listener.names", CONTROLLER_LISTENER);
        put(
                settings,
                "listeners",
                "CLIENT://" + HOST + ":" + port + "," + CONTROLLER_LISTENER + "://" + HOST + ":" + controllerPort);
        put(settings, "listener.security.protocol.map", "CLIENT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        put(settings, "inter.broker.listener.name", "CLIENT");
        put(settings, "log.dirs", folder);
        put(settings, "auto.create.topics.enable", false);
        // Registration and controlled shutdown ride on heartbeats: frequent ones make start and stop quick.
        put(settings, "broker.heartbeat.interval.ms", 250);
        // After a crash the controller, which is ourselves, waits this long before it believes that the old broker is
        // gone; shorter, and a long pause of the process would look like its end.
        put(settings, "broker.session.timeout.ms", 3000);
        put(settings, "controller.quorum.election.timeout.ms", 200);
    }

    private static void durability(Properties settings) {
        // Whether an append is flushed before it is acknowledged is each topic's to say (flush.messages): a power cut
        // may take what can be computed again, and a flush per partition and commit would cost most of the speed.
        put(settings, "message.max.bytes", MAX_RECORD_BYTES);
        // An installation that rested for a while goes on where its consumers stopped.
        put(settings, "offsets.retention.minutes", 10 * MINUTES_PER_YEAR);
        put(settings, "min.insync.replicas", 1);
        put(settings, "default.replication.factor", 1);
    }

    private static void internalTopics(Properties settings) {
        put(settings, "offsets.topic.replication.factor", 1);
        put(settings, "offsets.topic.num.partitions", 4);
        put(settings, "transaction.state.log.replication.factor", 1);
        put(settings, "transaction.state.log.min.isr", 1);
        put(settings, "transaction.state.log.num.partitions", 4);
        put(settings, "share.coordinator.state.topic.replication.factor", 1);
        put(settings, "share.coordinator.state.topic.min.isr", 1);
        put(settings, "share.coordinator.state.topic.num.partitions", 1);
        put(settings, "group.initial.rebalance.delay.ms", 0);
    }

    private static void size(Properties settings) {
        put(settings, "num.network.threads", 1);
        put(settings, "num.io.threads", 2);
        put(settings, "background.threads", 2);
        put(settings, "num.replica.fetchers", 1);
        put(settings, "num.recovery.threads.per.data.dir", 2);
        put(settings, "log.segment.bytes", SEGMENT_BYTES);
        put(settings, "log.index.size.max.bytes", INDEX_BYTES);
        put(settings, "offsets.topic.segment.bytes", SEGMENT_BYTES / 4);
        put(settings, "transaction.state.log.segment.bytes", SEGMENT_BYTES / 4);
        put(settings, "log.cleaner.threads", 1);
        put(settings, "log.cleaner.dedupe.buffer.size", 16 << 20);
        put(settings, "log.cleaner.io.buffer.size", 1 << 20);
        put(settings, "metadata.log.segment.bytes", SEGMENT_BYTES / 4);
        put(settings, "metadata.max.retention.bytes", SEGMENT_BYTES);
    }

    private static void put(Properties settings, String key, Object value) {
        settings.put(key, value.toString());
    }
}
