package io.salesbrain.query.quarantine;

import io.salesbrain.events.QuarantineReplayed;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which quarantined deliveries were replayed, in memory and following the log. */
public final class Replays implements AutoCloseable {
    /** Longer than anything stays in quarantine. */
    private static final Duration KEPT = Topics.QUARANTINE_REPLAYS.retention().orElse(Duration.ofDays(120));

    /** Beyond, the oldest are forgotten; replaying such a one again appends events that count once. */
    private static final int MAX_KEPT = 500_000;

    private final InstantSource clock;
    private final Map<String, QuarantineReplayed> byId = new LinkedHashMap<>();
    private final TopicFollower<String, QuarantineReplayed> follower;

    private Replays(LogConfig log, InstantSource clock) {
        this.clock = clock;
        this.follower =
                TopicFollower.fromStart(log, Topics.QUARANTINE_REPLAYS, (_, _, key, value) -> accept(key, value));
    }

    public static Replays follow(LogConfig log, InstantSource clock) {
        return new Replays(log, clock);
    }

    /** What was said last of this delivery; empty when it never gave an event. */
    public synchronized Optional<QuarantineReplayed> find(String quarantineId) {
        return Optional.ofNullable(byId.get(quarantineId));
    }

    /** Whether nothing of this delivery is left to be tried. */
    public boolean isReplayed(String quarantineId) {
        return find(quarantineId).filter(QuarantineReplayed::isComplete).isPresent();
    }

    public TopicFollower<?, ?> follower() {
        return follower;
    }

    private synchronized void accept(String key, @Nullable QuarantineReplayed replay) {
        byId.remove(key);
        if (replay != null) {
            byId.put(key, replay);
        }
        // They come in the order of their times, so the oldest are in front.
        var horizon = clock.instant().minus(KEPT);
        var oldest = byId.values().iterator();
        while (oldest.hasNext()) {
            boolean isTooOld = oldest.next().at().isBefore(horizon);
            if (!isTooOld && byId.size() <= MAX_KEPT) {
                break;
            }
            oldest.remove();
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
