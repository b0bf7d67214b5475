package io.salesbrain.log;

import io.salesbrain.events.Topic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A topic that this process writes to and follows itself: once something is written, every later answer shows it.
 *
 * @param patience how long the follower may take to get there
 */
public record FollowedTopic<V>(
        Topic<String, V> topic, TopicFollower<String, V> follower, LogWriter log, Duration patience) {
    /** @param value null takes back what there is under the key */
    public void write(String key, @Nullable V value) throws InterruptedException {
        var place = log.appendAndWait(topic, key, value);
        follower.awaitOffset(place.partition(), place.offset(), patience);
    }
}
