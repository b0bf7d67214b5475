package io.salesbrain.instantly.sync;

import io.salesbrain.events.InstantlyRound;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When each organization was last visited in the rounds, by whichever process. */
public final class RoundBook implements AutoCloseable {
    private final Map<OrganizationId, InstantlyRound> latest = new ConcurrentHashMap<>();
    private final LogWriter log;
    private final TopicFollower<String, InstantlyRound> follower;

    private RoundBook(LogConfig config, LogWriter log) {
        this.log = log;
        this.follower = TopicFollower.fromStart(config, Topics.INSTANTLY_ROUNDS, (_, _, key, round) -> {
            if (round == null) {
                latest.remove(new OrganizationId(key));
            } else {
                latest.put(round.organizationId(), round);
            }
        });
    }

    public static RoundBook follow(LogConfig config, LogWriter log) {
        return new RoundBook(config, log);
    }

    /** Read to its end by whoever takes a share over. */
    public TopicFollower<?, ?> follower() {
        return follower;
    }

    Optional<InstantlyRound> latest(OrganizationId organization) {
        return Optional.ofNullable(latest.get(organization));
    }

    /** Known at once, and in the log when this returns: whoever comes next finds it. */
    void put(InstantlyRound round) throws InterruptedException {
        latest.put(round.organizationId(), round);
        log.appendAndWait(Topics.INSTANTLY_ROUNDS, round.key(), round);
    }

    @Override
    public void close() {
        follower.close();
    }
}
