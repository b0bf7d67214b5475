package io.salesbrain.query.inbox;

import io.salesbrain.events.InboxAct;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.events.TeamEntry;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes down what people do, and waits until every later answer shows it. */
public final class InboxWriter {
    private final LogWriter log;
    private final InboxFeed feed;
    private final InstantSource clock;
    private final Duration patience;

    public InboxWriter(LogWriter log, InboxFeed feed, InstantSource clock, Duration patience) {
        this.log = log;
        this.feed = feed;
        this.clock = clock;
        this.patience = patience;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    void write(InboxAct act) throws InterruptedException {
        write(act.key(), act);
    }

    void takeBack(InboxAct act) throws InterruptedException {
        write(act.key(), null);
    }

    private void write(String key, @Nullable InboxAct act) throws InterruptedException {
        var place = log.appendAndWait(Topics.INBOX_ACTS, key, act);
        await(feed.acts(), place.partition(), place.offset());
    }

    void write(ReplyCorrection correction) throws InterruptedException {
        var place = log.appendAndWait(Topics.REPLY_CORRECTIONS, correction.key(), correction);
        await(feed.corrections(), place.partition(), place.offset());
    }

    void writeTeam(String key, @Nullable TeamEntry entry) throws InterruptedException {
        var place = log.appendAndWait(Topics.TEAM, key, entry);
        await(feed.team(), place.partition(), place.offset());
    }

    private void await(TopicFollower<?, ?> follower, int partition, long offset) throws InterruptedException {
        follower.awaitOffset(partition, offset, patience);
    }
}
