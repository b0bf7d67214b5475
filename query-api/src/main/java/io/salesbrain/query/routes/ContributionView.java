package io.salesbrain.query.routes;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.readmodel.Score;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One event's share of a score. */
@Says("One event's share of a score.")
record ContributionView(
        @Says("The event it comes from.") String eventId,
        @Says("What happened.") EventType type,
        @Says("When it happened.") Instant at,
        @Says("Null where no campaign was named.") @Nullable String campaignId,
        @Says("What this type of event is worth.") int points,

        @Says("The likelihood, 0 to 1, that a person caused it.")
        double human,

        @Says("points x human, halved with every half-life since.")
        double worthNow,

        @Says("A sentence for the salesperson.") String why) {

    /** Those that weigh too little to be listed one by one. */
    @Says("Contributions that weigh too little to be listed one by one.")
    record Folded(
            @Says("How many they are.") int count,
            @Says("The plain sum of their points.") long points,
            @Says("What they add to the score.") double worthNow) {}

    static ContributionView of(Contribution contribution, long halfLifeMs, Instant time) {
        return new ContributionView(
                contribution.eventId(),
                contribution.type(),
                contribution.at(),
                contribution.campaignId().isEmpty() ? null : contribution.campaignId(),
                contribution.points(),
                contribution.human(),
                Score.worth(contribution, halfLifeMs, time),
                contribution.why());
    }

    /** Null where all are listed. */
    static @Nullable Folded folded(LeadState state, Instant time) {
        var folded = state.folded();
        if (folded == null) {
            return null;
        }
        return new Folded(
                folded.count(),
                folded.points(),
                folded.massLog2() == null ? 0.0 : Score.at(folded.massLog2(), state.halfLifeMs(), time));
    }
}
