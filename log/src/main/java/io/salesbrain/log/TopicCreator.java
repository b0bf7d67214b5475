package io.salesbrain.log;

import io.salesbrain.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that are missing and waits until every partition can be written to. */
public final class TopicCreator {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCreator.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MAX_RECORD_BYTES = 16 << 20;

    private TopicCreator() {}

    /**
     * Safe to call from several processes at once; topics that exist are left as they are.
     *
     * @return the configuration with the number of partitions that scaled topics really have: it was fixed when they
     *     were made, and everything computed from them must agree with it
     */
    public static LogConfig ensure(LogConfig config, Collection<Topic<?, ?>> topics) throws InterruptedException {
        var properties = config.clientProperties();
        properties.put("request.timeout.ms", "10000");
        try (var admin = Admin.create(properties)) {
            var existing = admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            // A topic that is new with this version gets as many partitions as those that were there before it.
            var known = withRealPartitions(
                    admin,
                    config,
                    topics.stream()
                            .filter(topic -> existing.contains(topic.name()))
                            .toList());
            var missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(topic -> describe(topic, known))
                    .toList();
            create(admin, missing);
            awaitWritable(admin, topics);
            return withRealPartitions(admin, config, topics);
        } catch (ExecutionException | TimeoutException e) {
            throw new LogException("Kafka at " + config.bootstrapServers() + " does not answer", e);
        }
    }

    private static LogConfig withRealPartitions(Admin admin, LogConfig config, Collection<Topic<?, ?>> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        var scaled = topics.stream().filter(Topic::scaled).map(Topic::name).collect(Collectors.toSet());
        var counts = partitions(admin, topics).stream()
                .filter(partition -> scaled.contains(partition.topic()))
                .collect(Collectors.groupingBy(TopicPartition::topic, Collectors.counting()));
        var different = Set.copyOf(counts.values());
        if (different.size() > 1) {
            throw new LogException(
                    "the scaled topics must have the same number of partitions, but have " + counts,
                    new IllegalStateException(counts.toString()));
        }
        int real = different.stream().mapToInt(Math::toIntExact).findFirst().orElse(config.partitions());
        if (real != config.partitions()) {
            LOG.info("the log has {} partitions, not {}: that was fixed when it was made", real, config.partitions());
        }
        return new LogConfig(config.bootstrapServers(), real, config.replication());
    }

    private static void create(Admin admin, List<NewTopic> missing)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (var created : admin.createTopics(missing).values().entrySet()) {
            try {
                created.getValue().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                LOG.info("created topic {}", created.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                LOG.debug("another process created topic {} first", created.getKey());
            }
        }
    }

    /**
     * A fresh partition may have no leader for a moment, and a record produced then can sit in the producer until its
     * batch expires; {@code listOffsets} answers only when there is a leader.
     */
    private static void awaitWritable(Admin admin, Collection<Topic<?, ?>> topics) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                var latest = new HashMap<TopicPartition, OffsetSpec>();
                partitions(admin, topics).forEach(partition -> latest.put(partition, OffsetSpec.latest()));
                admin.listOffsets(latest).all().get(10, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException | TimeoutException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new LogException("some topics still have no leader after " + PATIENCE.toSeconds() + " s", e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                if (Thread.interrupted()) {
                    throw new InterruptedException("stopped while waiting for topics");
                }
            }
        }
    }

    private static List<TopicPartition> partitions(Admin admin, Collection<Topic<?, ?>> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        var names = topics.stream().map(Topic::name).toList();
        return admin.describeTopics(names).allTopicNames().get(10, TimeUnit.SECONDS).values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition())))
                .toList();
    }

    private static NewTopic describe(Topic<?, ?> topic, LogConfig config) {
        var settings = new HashMap<String, String>();
        settings.put("cleanup.policy", topic.compacted() ? "compact" : "delete");
        settings.put(
                "retention.ms",
                Long.toString(topic.retention().map(Duration::toMillis).orElse(-1L)));
        settings.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
        if (config.replication() > 1) {
            settings.put("min.insync.replicas", "2");
        } else if (topic.source()) {
            // A single broker has no replica to fall back on: what nothing could refill is on the disk before it is
            // acknowledged. Each append is a batch, so this is a group commit.
            settings.put("flush.messages", "1");
        }
        return new NewTopic(topic.name(), Optional.of(topic.scaled() ? config.partitions() : 1), Optional.of((short)
                        config.replication()))
                .configs(Map.copyOf(settings));
    }
}
