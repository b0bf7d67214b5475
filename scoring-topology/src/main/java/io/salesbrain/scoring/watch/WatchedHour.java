package io.salesbrain.scoring.watch;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Metric;

/** Of all counts of a bucket, those that are watched; each by the hour of the send or of the first contact. */
public record WatchedHour(
        long sent, long bounced, long spamReports, long unsubscribed, long contacted, long opened, long replied) {

    public static WatchedHour of(Counts counts) {
        return new WatchedHour(
                counts.get(Metric.EMAILS_SENT),
                counts.get(Metric.COHORT_EMAILS_BOUNCED),
                counts.get(Metric.COHORT_SPAM_REPORTS),
                counts.get(Metric.COHORT_UNSUBSCRIBED),
                counts.get(Metric.LEADS_CONTACTED),
                counts.get(Metric.COHORT_LEADS_OPENED_IN_TIME),
                counts.get(Metric.COHORT_LEADS_REPLIED_IN_TIME));
    }

    /** Nothing was sent, whatever else happened in that hour. */
    public boolean isEmpty() {
        return sent <= 0 && contacted <= 0;
    }
}
