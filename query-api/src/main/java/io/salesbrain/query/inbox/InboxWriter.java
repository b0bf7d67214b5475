package io.salesbrain.query.inbox;

import io.salesbrain.events.InboxAct;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.events.TeamEntry;
import io.salesbrain.events.Topics;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.log.LogWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes down what people do, and waits until every later answer shows it. */
public final class InboxWriter {
    private final FollowedTopic<InboxAct> acts;
    private final FollowedTopic<ReplyCorrection> corrections;
    private final FollowedTopic<TeamEntry> team;
    private final InstantSource clock;

    public InboxWriter(LogWriter log, InboxFeed feed, InstantSource clock, Duration patience) {
        this.acts = new FollowedTopic<>(Topics.INBOX_ACTS, feed.acts(), log, patience);
        this.corrections = new FollowedTopic<>(Topics.REPLY_CORRECTIONS, feed.corrections(), log, patience);
        this.team = new FollowedTopic<>(Topics.TEAM, feed.team(), log, patience);
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    void write(InboxAct act) throws InterruptedException {
        acts.write(act.key(), act);
    }

    void takeBack(InboxAct act) throws InterruptedException {
        acts.write(act.key(), null);
    }

    void write(ReplyCorrection correction) throws InterruptedException {
        corrections.write(correction.key(), correction);
    }

    void writeTeam(String key, @Nullable TeamEntry entry) throws InterruptedException {
        team.write(key, entry);
    }
}
