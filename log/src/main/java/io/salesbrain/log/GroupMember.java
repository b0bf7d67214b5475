package io.salesbrain.log;

import io.salesbrain.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes part in a group whose members share the partitions of a topic, without reading it: the partition of a key says
 * whose work it is. At any time at most one member holds a partition, and it has read what its predecessor wrote.
 */
public final class GroupMember implements AutoCloseable {
    /** Called on the member's thread, before anybody else gets them; returns when the work on them has stopped. */
    @FunctionalInterface
    public interface Handover {
        void giveUp(Set<Integer> partitions) throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(GroupMember.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CATCH_UP = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

    private final Topic<?, ?> topic;
    private final List<TopicFollower<?, ?>> readFirst;
    private final Handover handover;
    private final Consumer<byte[], byte[]> consumer;
    private final int partitions;
    /** Given, but what others wrote about them is still being read. */
    private final Set<Integer> arriving = new HashSet<>();

    private final Set<Integer> held = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    private GroupMember(
            LogConfig config, String group, Topic<?, ?> topic, List<TopicFollower<?, ?>> readFirst, Handover handover) {
        this.topic = topic;
        this.readFirst = List.copyOf(readFirst);
        this.handover = handover;
        var properties = config.clientProperties();
        properties.put("group.id", group);
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "latest");
        // Who joins or leaves moves only what has to move.
        properties.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        properties.put("session.timeout.ms", "15000");
        properties.put("heartbeat.interval.ms", "3000");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions = consumer.partitionsFor(topic.name()).size();
        this.thread = new Thread(this::takePart, "share-" + topic.name());
        thread.setDaemon(true);
    }

    /**
     * Joins the group.
     *
     * @param readFirst what must have been read to its end, as of when a partition is given, before it is held
     */
    public static GroupMember join(
            LogConfig config, String group, Topic<?, ?> topic, List<TopicFollower<?, ?>> readFirst, Handover handover) {
        var member = new GroupMember(config, group, topic, readFirst, handover);
        member.thread.start();
        return member;
    }

    /** The partition in which records with this key lie. */
    public int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    public boolean holds(int partition) {
        return held.contains(partition);
    }

    private void takePart() {
        try (consumer) {
            consumer.subscribe(List.of(topic.name()), new Shares());
            // Closing gives up what is held while the group still counts on us: whoever comes next finds the work
            // stopped.
            while (!closed) {
                poll();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("left the group that shares {}", topic.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("this process no longer takes its share of {}", topic.name(), e);
        } finally {
            held.clear();
        }
    }

    private void poll() throws InterruptedException {
        try {
            consumer.poll(POLL);
            if (!arriving.isEmpty()) {
                for (var follower : readFirst) {
                    follower.awaitEnd(consumer, CATCH_UP);
                }
                held.addAll(arriving);
                arriving.clear();
                LOG.info("this process holds {} of {} shares of {}", held.size(), partitions, topic.name());
            }
        } catch (WakeupException e) {
            LOG.debug("woken to leave the group that shares {}", topic.name());
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | LogException e) {
            LOG.warn("the shares of {} are unknown for now: {}", topic.name(), e.toString());
            Thread.sleep(PAUSE_AFTER_FAILURE);
        }
    }

    private void giveUp(Collection<TopicPartition> taken) throws InterruptedException {
        var numbers = taken.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        arriving.removeAll(numbers);
        held.removeAll(numbers);
        handover.giveUp(numbers);
    }

    private final class Shares implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> given) {
            consumer.pause(given);
            given.forEach(each -> arriving.add(each.partition()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> taken) {
            try {
                giveUp(taken);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** They are somebody else's already; there is nothing to wait for. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            for (var each : lost) {
                arriving.remove(each.partition());
                held.remove(each.partition());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(STOPS_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
