package io.salesbrain.scoring.topology;

import io.salesbrain.events.BurstFeedback;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One partition's rounds through the burst stage. A round begins behind the partition's latest results and is complete
 * when all that the burst stage found by then has been applied to the leads, in whichever partition they are. Only then
 * may a watermark say that these results are final. One round is under way at a time.
 */
final class Rounds {
    /** Findings of one burst partition that are under way to one partition of the leads. */
    private record UnderWay(int by, int in) {}

    private final int partitions;
    private final Set<Integer> notPassed = new HashSet<>();
    private final Set<UnderWay> underWay = new HashSet<>();
    private long round;
    private boolean anyComplete;
    private Tallied tallied = Tallied.NONE;

    Rounds(int partitions) {
        this.partitions = partitions;
    }

    boolean isUnderWay() {
        return !notPassed.isEmpty() || !underWay.isEmpty();
    }

    /** Until one is complete, others of an earlier life of this task may have been cut off. */
    boolean isAnew() {
        return !anyComplete;
    }

    /** Begins one; its number is later than any of an earlier life of this task. */
    long begin(Tallied upTo, long nowMs) {
        round = Math.max(round + 1, nowMs);
        tallied = upTo;
        IntStream.range(0, partitions).forEach(notPassed::add);
        return round;
    }

    /** What is final now, if this completes the round. */
    Optional<Tallied> passed(BurstFeedback.Passed passed) {
        if (passed.round() != round || !notPassed.remove(passed.by())) {
            return Optional.empty();
        }
        passed.unsure().forEach(in -> underWay.add(new UnderWay(passed.by(), in)));
        return complete();
    }

    /** What is final now, if this completes the round. */
    Optional<Tallied> applied(BurstFeedback.Applied applied) {
        boolean awaited = applied.round() == round && underWay.remove(new UnderWay(applied.by(), applied.in()));
        return awaited ? complete() : Optional.empty();
    }

    private Optional<Tallied> complete() {
        if (isUnderWay()) {
            return Optional.empty();
        }
        anyComplete = true;
        return Optional.of(tallied);
    }
}
