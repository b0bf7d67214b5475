package io.salesbrain.query.live;

import io.salesbrain.events.HotCrossing;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.ScoredRecord;
import io.salesbrain.events.Watermark;
import io.salesbrain.query.readmodel.ReadModel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands what happens to the channel of its organization. */
public final class LiveHub implements ReadModel.Live {
    private final Map<OrganizationId, LiveChannel> channels = new ConcurrentHashMap<>();
    private volatile Consumer<HotCrossing> onCrossing = _ -> {};
    private volatile Consumer<ScoredEvent> onEvent = _ -> {};

    /** Who else wants to see events as they are scored. */
    public void tellEvents(Consumer<ScoredEvent> other) {
        onEvent = other;
    }

    /** Who else is to be told of hot leads. */
    public void tellCrossings(Consumer<HotCrossing> other) {
        onCrossing = other;
    }

    @Override
    public void happened(@Nullable ScoredRecord value) {
        switch (value) {
            case null -> {}
            case Watermark _ -> {}
            case ScoredEvent scored -> {
                onEvent.accept(scored);
                var activity = Activity.of(scored);
                var channel = channel(activity.organizationId());
                channel.activity(activity);
                if (activity.isReply()) {
                    channel.notice("reply", activity);
                }
            }
        }
    }

    @Override
    public void crossed(@Nullable HotCrossing crossing) {
        if (crossing != null) {
            channel(crossing.organizationId()).notice("hot_lead", crossing);
            onCrossing.accept(crossing);
        }
    }

    /** Takes a follow-up that has just become due, as the API shows it. */
    public void due(OrganizationId organization, Supplier<?> view) {
        channel(organization).notice("follow_up_due", new DueFollowUp(view));
    }

    /** Takes an alert that has opened, become critical or ended, as the API shows it. */
    public void alert(OrganizationId organization, Object view) {
        channel(organization).notice("alert", view);
    }

    /** Takes what a rule did at Instantly, as the API shows it. */
    public void ruleAction(OrganizationId organization, Object view) {
        channel(organization).notice("rule_action", view);
    }

    /** Takes a conversation that changed, as the API tells of it. */
    public void thread(OrganizationId organization, Object view) {
        channel(organization).notice("thread", view);
    }

    LiveChannel channel(OrganizationId organization) {
        return channels.computeIfAbsent(organization, _ -> new LiveChannel());
    }

    void close() {
        channels.values().forEach(LiveChannel::close);
    }
}
