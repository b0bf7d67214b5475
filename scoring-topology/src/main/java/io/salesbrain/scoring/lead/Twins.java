package io.salesbrain.scoring.lead;

import io.salesbrain.events.Metric;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which metrics go along with one that counts first times; null: none. */
record Twins(
        boolean perEmail,
        @Nullable Metric human,
        @Nullable Metric cohort,
        @Nullable Metric cohortHuman,
        @Nullable InTime inTime) {
    /** A metric that counts only what came soon after the first contact. */
    record InTime(Metric metric, Duration within) {}

    private Twins(boolean perEmail, @Nullable Metric human, @Nullable Metric cohort, @Nullable Metric cohortHuman) {
        this(perEmail, human, cohort, cohortHuman, null);
    }

    static Twins of(Metric metric) {
        return switch (metric) {
            case EMAILS_OPENED -> new Twins(true, Metric.HUMAN_EMAILS_OPENED, null, null);
            case EMAILS_CLICKED -> new Twins(true, Metric.HUMAN_EMAILS_CLICKED, null, null);
            case LEADS_OPENED ->
                new Twins(
                        false,
                        Metric.HUMAN_LEADS_OPENED,
                        Metric.COHORT_LEADS_OPENED,
                        Metric.COHORT_HUMAN_LEADS_OPENED,
                        new InTime(Metric.COHORT_LEADS_OPENED_IN_TIME, Metric.OPENED_IN_TIME));
            case LEADS_CLICKED ->
                new Twins(
                        false,
                        Metric.HUMAN_LEADS_CLICKED,
                        Metric.COHORT_LEADS_CLICKED,
                        Metric.COHORT_HUMAN_LEADS_CLICKED);
            case LEADS_REPLIED ->
                new Twins(
                        false,
                        null,
                        Metric.COHORT_LEADS_REPLIED,
                        null,
                        new InTime(Metric.COHORT_LEADS_REPLIED_IN_TIME, Metric.REPLIED_IN_TIME));
            case POSITIVE_REPLIES -> new Twins(false, null, Metric.COHORT_POSITIVE_REPLIES, null);
            case EMAILS_BOUNCED -> new Twins(true, null, Metric.COHORT_EMAILS_BOUNCED, null);
            case SPAM_REPORTS -> new Twins(true, null, Metric.COHORT_SPAM_REPORTS, null);
            case UNSUBSCRIBED -> new Twins(true, null, Metric.COHORT_UNSUBSCRIBED, null);
            default -> throw new IllegalArgumentException(metric + " does not count first times");
        };
    }
}
