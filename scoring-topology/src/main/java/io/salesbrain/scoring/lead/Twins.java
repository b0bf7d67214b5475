package io.salesbrain.scoring.lead;

import io.salesbrain.events.Metric;
import org.jspecify.annotations.Nullable;

/** Which metrics go along with one that counts first times; null: none. */
record Twins(
        boolean perEmail,
        @Nullable Metric human,
        @Nullable Metric cohort,
        @Nullable Metric cohortHuman) {
    static Twins of(Metric metric) {
        return switch (metric) {
            case EMAILS_OPENED -> new Twins(true, Metric.HUMAN_EMAILS_OPENED, null, null);
            case EMAILS_CLICKED -> new Twins(true, Metric.HUMAN_EMAILS_CLICKED, null, null);
            case LEADS_OPENED ->
                new Twins(
                        false, Metric.HUMAN_LEADS_OPENED, Metric.COHORT_LEADS_OPENED, Metric.COHORT_HUMAN_LEADS_OPENED);
            case LEADS_CLICKED ->
                new Twins(
                        false,
                        Metric.HUMAN_LEADS_CLICKED,
                        Metric.COHORT_LEADS_CLICKED,
                        Metric.COHORT_HUMAN_LEADS_CLICKED);
            case LEADS_REPLIED -> new Twins(false, null, Metric.COHORT_LEADS_REPLIED, null);
            case POSITIVE_REPLIES -> new Twins(false, null, Metric.COHORT_POSITIVE_REPLIES, null);
            case EMAILS_BOUNCED -> new Twins(true, null, Metric.COHORT_EMAILS_BOUNCED, null);
            case SPAM_REPORTS -> new Twins(true, null, Metric.COHORT_SPAM_REPORTS, null);
            case UNSUBSCRIBED -> new Twins(true, null, Metric.COHORT_UNSUBSCRIBED, null);
            default -> throw new IllegalArgumentException(metric + " does not count first times");
        };
    }
}
