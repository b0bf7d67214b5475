package io.salesbrain.instantly.sync;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.GroupMember;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which organizations this process works for by itself. The processes of an installation share them, and Kafka says who
 * has which; what an organization loses its process to stops before its next request.
 */
public final class Turns implements AutoCloseable {
    /** Work for an organization. */
    @FunctionalInterface
    public interface Work {
        /** @param goesOn whether the organization is still this process's; to be asked before each request */
        void run(BooleanSupplier goesOn) throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final String GROUP = "salesbrain-instantly-rounds";
    /** One request that nobody answers takes this long. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(90);

    private final GroupMember member;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    /** How much work is under way, by partition. */
    private final Map<Integer, Integer> underWay = new HashMap<>();

    private Turns(LogConfig log, List<TopicFollower<?, ?>> readFirst) {
        this.member = GroupMember.join(log, GROUP, Topics.INSTANTLY_ROUNDS, readFirst, this::giveUp);
    }

    /** @param readFirst what others may have written about an organization, to be read before work for it begins */
    public static Turns join(LogConfig log, List<TopicFollower<?, ?>> readFirst) {
        return new Turns(log, readFirst);
    }

    public boolean isOurs(OrganizationId organization) {
        return member.holds(member.partition(organization.value()));
    }

    /** Does the work, unless the organization is another process's. */
    public void take(OrganizationId organization, Work work) throws InterruptedException {
        int partition = member.partition(organization.value());
        if (!begin(partition)) {
            return;
        }
        try {
            work.run(() -> member.holds(partition));
        } finally {
            end(partition);
        }
    }

    private boolean begin(int partition) {
        lock.lock();
        try {
            if (member.holds(partition)) {
                underWay.merge(partition, 1, Integer::sum);
                return true;
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void end(int partition) {
        lock.lock();
        try {
            underWay.computeIfPresent(partition, (_, count) -> count == 1 ? null : count - 1);
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The member no longer holds them, so nothing new begins. */
    private void giveUp(Set<Integer> partitions) throws InterruptedException {
        long leftNanos = STOPS_WITHIN.toNanos();
        lock.lock();
        try {
            while (partitions.stream().anyMatch(underWay::containsKey) && leftNanos > 0) {
                leftNanos = stopped.awaitNanos(leftNanos);
            }
        } finally {
            lock.unlock();
        }
        if (leftNanos <= 0) {
            LOG.warn(
                    "work at Instantly had not stopped after {} s; another process takes it over all the same",
                    TimeUnit.NANOSECONDS.toSeconds(STOPS_WITHIN.toNanos()));
        }
    }

    @Override
    public void close() {
        member.close();
    }
}
