package io.salesbrain.query.routes;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.LeadState;
import io.salesbrain.query.readmodel.Score;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event's share of a score, as answers show it. */
final class ContributionView {
    private ContributionView() {}

    static Map<String, @Nullable Object> of(Contribution contribution, long halfLifeMs, Instant time) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("event_id", contribution.eventId());
        view.put("type", contribution.type());
        view.put("at", contribution.at());
        view.put("campaign_id", contribution.campaignId().isEmpty() ? null : contribution.campaignId());
        view.put("points", contribution.points());
        view.put("human", contribution.human());
        view.put("worth_now", Score.worth(contribution, halfLifeMs, time));
        view.put("why", contribution.why());
        return view;
    }

    /** Those that weigh too little to be listed; null where all are. */
    static @Nullable Map<String, @Nullable Object> folded(LeadState state, Instant time) {
        var folded = state.folded();
        if (folded == null) {
            return null;
        }
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("count", folded.count());
        view.put("points", folded.points());
        view.put("worth_now", folded.massLog2() == null ? 0.0 : Score.at(folded.massLog2(), state.halfLifeMs(), time));
        return view;
    }
}
