package io.salesbrain.query.live;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.ScoredRecord;
import io.salesbrain.events.Watermark;
import io.salesbrain.query.readmodel.LeadIndex;
import io.salesbrain.query.readmodel.Score;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands what happens to the channel of its organization. */
public final class LiveHub {
    private final Map<OrganizationId, LiveChannel> channels = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public LiveHub(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes a record of the scored-events topic. */
    public void accept(@Nullable ScoredRecord value) {
        switch (value) {
            case null -> {}
            case Watermark _ -> {}
            case ScoredEvent scored -> {
                var activity = Activity.of(scored);
                var channel = channel(activity.organizationId());
                channel.activity(activity);
                if (activity.isReply()) {
                    channel.notice("reply", activity);
                }
            }
        }
    }

    /** Takes a lead that has just become hot. */
    public void accept(LeadIndex.Crossing crossing) {
        var now = clock.instant();
        var state = crossing.state();
        channel(state.organizationId())
                .notice(
                        "hot",
                        new HotLead(
                                state.leadEmail(),
                                Score.at(crossing.massLog2(), state.halfLifeMs(), now),
                                Score.at(crossing.thresholdMassLog2(), state.halfLifeMs(), now),
                                now,
                                state.organizationId()));
    }

    /** Takes a follow-up that has just become due, as the API shows it. */
    public void due(OrganizationId organization, Supplier<Map<String, @Nullable Object>> view) {
        channel(organization).notice("follow_up_due", new DueFollowUp(view));
    }

    LiveChannel channel(OrganizationId organization) {
        return channels.computeIfAbsent(organization, _ -> new LiveChannel());
    }

    void close() {
        channels.values().forEach(LiveChannel::close);
    }
}
