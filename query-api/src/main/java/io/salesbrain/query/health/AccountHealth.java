package io.salesbrain.query.health;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Metric;
import io.salesbrain.query.api.Says;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How well an account is: 100 less what speaks against it, each with its reason. Rates are those of the last 30 days drawn
 * towards what is usual in the field, as if some e-mails with the usual rate had been sent besides (the mean of a Beta
 * posterior), so that two bounces of ten e-mails do not condemn an account.
 *
 * @param score 0 to 100
 * @param recommendedShare of the daily limit that should be sent now, 0 to 1
 */
@Says("How well a mailbox is: 100 less what speaks against it.")
public record AccountHealth(
        @Says("From 0 to 100.") int score,

        @Says("Of the daily limit, what should be sent now, 0 to 1.")
        double recommendedShare,

        @Says("What speaks against it.") List<Reason> reasons) {
    /** @param points lost by it */
    @Says("What speaks against a mailbox.")
    public record Reason(
            @Says("A rate, or a kind of alert.") String cause,
            @Says("Lost by it.") int points,
            @Says("The same in words.") String why) {}

    /** A rate that costs nothing up to {@code well} and all its points from {@code bad} on. */
    private record Rate(
            String cause, Metric count, double usual, double usualWeight, double well, double bad, int points) {}

    private static final List<Rate> RATES = List.of(
            new Rate("bounce_rate", Metric.COHORT_EMAILS_BOUNCED, 0.01, 100, 0.02, 0.08, 40),
            new Rate("spam_rate", Metric.COHORT_SPAM_REPORTS, 0.0002, 1_000, 0.001, 0.003, 40),
            new Rate("unsubscribe_rate", Metric.COHORT_UNSUBSCRIBED, 0.003, 200, 0.01, 0.03, 15));

    private static final int MOST = 100;
    private static final int SEND_ALL = 80;
    private static final int SEND_NOTHING = 20;

    public AccountHealth {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param lately its counts of the last 30 days
     * @param alerts of it that are open
     */
    public static AccountHealth of(Counts lately, Collection<Alert> alerts) {
        var reasons = new ArrayList<Reason>();
        long sent = lately.get(Metric.EMAILS_SENT);
        for (var rate : RATES) {
            long count = lately.get(rate.count());
            double drawn = (count + rate.usual() * rate.usualWeight()) / (sent + rate.usualWeight());
            int points = (int)
                    Math.round(rate.points() * Math.clamp((drawn - rate.well()) / (rate.bad() - rate.well()), 0, 1));
            if (points > 0) {
                reasons.add(new Reason(
                        rate.cause(),
                        points,
                        "%d of %d e-mails of the last 30 days; up to %s is well"
                                .formatted(count, sent, percent(rate.well()))));
            }
        }
        for (var alert : alerts) {
            int points = points(alert);
            if (points > 0) {
                reasons.add(new Reason(
                        alert.kind().label(),
                        points,
                        "an alert of level " + alert.level().label() + " is open"));
            }
        }
        int lost = reasons.stream().mapToInt(Reason::points).sum();
        int score = Math.max(0, MOST - lost);
        return new AccountHealth(score, share(score), reasons);
    }

    /** Rates count by themselves; a fall against the account's own past shows in no other rate. */
    private static int points(Alert alert) {
        boolean isCritical = alert.level() == AlertLevel.CRITICAL;
        return switch (alert.kind()) {
            case ACCOUNT_SUSPENDED -> MOST;
            case ACCOUNT_ERROR -> isCritical ? 60 : 30;
            case OPEN_RATE_DROP -> isCritical ? 35 : 20;
            case REPLY_RATE_DROP -> isCritical ? 20 : 10;
            case BOUNCE_RATE, SPAM_RATE -> isCritical ? 25 : 10;
            case UNSUBSCRIBE_RATE -> isCritical ? 10 : 5;
            case DAILY_LIMIT -> 0;
        };
    }

    /** All of it while the account is well, nothing when it is not, in between in proportion. */
    private static double share(int score) {
        double share = Math.clamp((double) (score - SEND_NOTHING) / (SEND_ALL - SEND_NOTHING), 0, 1);
        return Math.round(share * 20) / 20.0;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
