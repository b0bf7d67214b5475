package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import java.time.Duration;
import java.util.List;

/**
 * How likely it is that a person caused an open or a click. Instantly tells no address and no user agent, so time is
 * the evidence: privacy proxies fetch pictures and security gateways follow links soon after the delivery, people come
 * later. Evidence adds up as log-odds, and the result is a pure function of the history.
 *
 * <p>Source of the shape: public reports on machine opens in cold mail put most of them between 20 and 60 seconds
 * after the send and whole sweeps of links under one second; see docs/human-likelihood.md for the table.
 */
final class HumanLikelihood {
    /** One step of a curve: the log-odds added when less than this much time has passed. */
    private record Step(Duration under, double logOdds) {}

    private static final double OPEN_PRIOR = 1.2;
    private static final double CLICK_PRIOR = 1.8;
    private static final double CLICK_WITHOUT_OPEN = -1.5;
    private static final double OPEN_LONG_AFTER = 1.0;

    private static final List<Step> AFTER_SEND = List.of(
            new Step(Duration.ofSeconds(2), -5.0),
            new Step(Duration.ofSeconds(10), -3.5),
            new Step(Duration.ofSeconds(60), -2.2),
            new Step(Duration.ofMinutes(3), -1.0),
            new Step(Duration.ofMinutes(10), 0.0));

    private HumanLikelihood() {}

    /** Of a click or open; 1 for everything else, which no machine does. */
    static double of(Placed placed, List<Placed> all) {
        return switch (placed.touch().type()) {
            case EMAIL_OPENED -> logistic(OPEN_PRIOR + delayEvidence(placed));
            case EMAIL_CLICKED ->
                logistic(CLICK_PRIOR + delayEvidence(placed) + (openedBefore(placed, all) ? 0 : CLICK_WITHOUT_OPEN));
            case EMAIL_SENT,
                    REPLY_RECEIVED,
                    AUTO_REPLY_RECEIVED,
                    EMAIL_BOUNCED,
                    EMAIL_UNSUBSCRIBED,
                    EMAIL_SPAM_REPORT,
                    LEAD_INTERESTED,
                    LEAD_NOT_INTERESTED,
                    LEAD_NEUTRAL,
                    LEAD_MEETING_BOOKED,
                    LEAD_MEETING_COMPLETED,
                    LEAD_NO_SHOW,
                    LEAD_CLOSED,
                    LEAD_OUT_OF_OFFICE,
                    LEAD_WRONG_PERSON,
                    LEAD_COMPLETED,
                    LEAD_ERROR,
                    CAMPAIGN_STARTED,
                    CAMPAIGN_PAUSED,
                    CAMPAIGN_COMPLETED,
                    ACCOUNT_ERROR,
                    ACCOUNT_SUSPENDED,
                    CUSTOM -> 1.0;
        };
    }

    private static double delayEvidence(Placed placed) {
        var email = placed.email();
        if (email == null || email.inferred()) {
            // Without the real send the delay is unknown and says nothing.
            return 0;
        }
        long delayMs = placed.touch().atMs() - email.sentAtMs();
        if (delayMs < 0) {
            return 0;
        }
        return AFTER_SEND.stream()
                .filter(step -> delayMs < step.under().toMillis())
                .findFirst()
                .map(Step::logOdds)
                .orElse(OPEN_LONG_AFTER);
    }

    private static boolean openedBefore(Placed click, List<Placed> all) {
        return all.stream()
                .anyMatch(other -> other.touch().type() == EventType.EMAIL_OPENED
                        && other.email() != null
                        && other.email().equals(click.email())
                        && other.touch().atMs() <= click.touch().atMs());
    }

    /** Rounded to millionths, the unit in which human-weighted counts are summed. */
    private static double logistic(double logOdds) {
        return Math.round(1e6 / (1 + StrictMath.exp(-logOdds))) / 1e6;
    }
}
