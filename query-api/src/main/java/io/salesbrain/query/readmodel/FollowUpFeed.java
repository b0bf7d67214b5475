package io.salesbrain.query.readmodel;

import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpDecision;
import io.salesbrain.events.FollowUpTemplate;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What keeps the follow-ups, people's decisions and their templates up to date, each on a thread of its own. */
public record FollowUpFeed(
        TopicFollower<String, FollowUp> followUps,
        TopicFollower<String, FollowUpDecision> decisions,
        TopicFollower<String, FollowUpTemplate> templates)
        implements AutoCloseable {

    public static FollowUpFeed follow(
            LogConfig log, FollowUpIndex index, BiConsumer<String, @Nullable FollowUpTemplate> templates) {
        var own = new AtomicReference<@Nullable TopicFollower<String, FollowUp>>();
        var followUps = TopicFollower.fromStart(log, Topics.FOLLOW_UPS, (_, _, key, followUp) -> {
            // Old news is over once this follower has read what the topic held when it started.
            var follower = own.get();
            if (!index.isWatching() && follower != null && follower.isCaughtUp()) {
                index.startWatching();
            }
            index.accept(key, followUp);
        });
        own.set(followUps);
        return new FollowUpFeed(
                followUps,
                TopicFollower.fromStart(
                        log, Topics.FOLLOW_UP_DECISIONS, (_, _, key, decision) -> index.decide(key, decision)),
                TopicFollower.fromStart(
                        log, Topics.FOLLOW_UP_TEMPLATES, (_, _, key, template) -> templates.accept(key, template)));
    }

    /** How much of each topic has been read, by component. */
    public Map<String, TopicFollower<?, ?>> components() {
        var components = new LinkedHashMap<String, TopicFollower<?, ?>>();
        components.put("follow_ups", followUps);
        components.put("follow_up_decisions", decisions);
        components.put("follow_up_templates", templates);
        return components;
    }

    @Override
    public void close() {
        followUps.close();
        decisions.close();
        templates.close();
    }
}
