package io.salesbrain.query.readmodel;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertDecision;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What keeps alerts and people's decisions up to date, each on a thread of its own. */
public record AlertFeed(TopicFollower<String, Alert> alerts, TopicFollower<String, AlertDecision> decisions)
        implements AutoCloseable {

    public static AlertFeed follow(LogConfig log, AlertIndex index) {
        var decisions = TopicFollower.fromStart(
                log, Topics.ALERT_DECISIONS, (_, _, key, decision) -> index.decide(key, decision));
        var own = new AtomicReference<@Nullable TopicFollower<String, Alert>>();
        var alerts = TopicFollower.fromStart(log, Topics.ALERTS, (_, _, key, alert) -> {
            // Old news is over once this follower has read what the topic held when it started.
            var follower = own.get();
            if (!index.isWatching() && follower != null && follower.isCaughtUp()) {
                index.startWatching();
            }
            index.accept(key, alert);
        });
        own.set(alerts);
        return new AlertFeed(alerts, decisions);
    }

    /** How much of each topic has been read, by component. */
    public Map<String, TopicFollower<?, ?>> components() {
        var components = new LinkedHashMap<String, TopicFollower<?, ?>>();
        components.put("alerts", alerts);
        components.put("alert_decisions", decisions);
        return components;
    }

    @Override
    public void close() {
        alerts.close();
        decisions.close();
    }
}
