package io.salesbrain.log;

import io.salesbrain.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether a topic can be written to, that is whether every partition has a leader that answers. Asks again and
 * again on a thread of its own, so that looking costs nothing and a log that comes back is noticed without traffic.
 */
public final class LogProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogProbe.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Topic<?, ?> topic;
    private final Admin admin;
    private final Thread thread;
    private volatile boolean writable;
    private volatile boolean down;
    private volatile boolean closed;

    public LogProbe(LogConfig config, Topic<?, ?> topic) {
        this.topic = topic;
        var properties = config.clientProperties();
        properties.put("request.timeout.ms", Long.toString(PATIENCE.toMillis()));
        properties.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
        this.admin = Admin.create(properties);
        this.thread = new Thread(this::watch, "probe-" + topic.name());
        thread.setDaemon(true);
        thread.start();
    }

    /** What the last look found; false before the first. */
    public boolean isWritable() {
        return writable;
    }

    /** Whether two looks in a row found it unable to take anything: one late answer is no outage. */
    public boolean isDown() {
        return down;
    }

    private void watch() {
        boolean foundBefore = true;
        while (!closed) {
            boolean found = hasLeaders();
            down = !found && !foundBefore;
            foundBefore = found;
            if (found != writable) {
                LOG.info("{} is {}", topic.name(), found ? "writable" : "not writable");
            }
            writable = found;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean hasLeaders() {
        try {
            var description = admin.describeTopics(List.of(topic.name()))
                    .allTopicNames()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            description.values().stream()
                    .flatMap(topicFound -> topicFound.partitions().stream())
                    .forEach(partition ->
                            latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
            admin.listOffsets(latest).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debug("{} cannot be written to: {}", topic.name(), e.toString());
            return false;
        } catch (InterruptedException _) {
            closed = true;
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        admin.close(Duration.ofSeconds(1));
    }
}
