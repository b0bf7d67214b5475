package io.salesbrain.events;

import java.time.Duration;
import java.util.Locale;

/**
 * What is counted per dimension and hour. Counts lie in the hour of the event (a distinct thing: of its first event);
 * {@code COHORT_} counts lie in the hour in which that lead was first contacted, or that e-mail sent, so that a rate
 * over a span is the share of those contacted in it with that outcome so far. {@code HUMAN_} twins are weighted by
 * the likelihood that a person caused the event, in millionths, so that sums are exact in any order.
 */
public enum Metric {
    EMAILS_SENT,
    EMAILS_BOUNCED,
    SPAM_REPORTS,
    LEADS_CONTACTED,
    EMAILS_OPENED,
    OPENS_TOTAL,
    LEADS_OPENED,
    EMAILS_CLICKED,
    CLICKS_TOTAL,
    LEADS_CLICKED,
    EMAILS_REPLIED,
    LEADS_REPLIED,
    AUTO_REPLIES,
    POSITIVE_REPLIES,
    UNSUBSCRIBED,
    MEETINGS_BOOKED,
    HUMAN_EMAILS_OPENED,
    HUMAN_OPENS_TOTAL,
    HUMAN_LEADS_OPENED,
    HUMAN_EMAILS_CLICKED,
    HUMAN_CLICKS_TOTAL,
    HUMAN_LEADS_CLICKED,
    COHORT_LEADS_OPENED,
    COHORT_LEADS_CLICKED,
    COHORT_LEADS_REPLIED,
    COHORT_POSITIVE_REPLIES,
    COHORT_EMAILS_BOUNCED,
    COHORT_SPAM_REPORTS,
    COHORT_UNSUBSCRIBED,
    COHORT_HUMAN_LEADS_OPENED,
    COHORT_HUMAN_LEADS_CLICKED,
    /** Leads that opened within {@link #OPENED_IN_TIME} of their first contact: cohorts compared at equal age. */
    COHORT_LEADS_OPENED_IN_TIME,
    /** The same for the first human reply, within {@link #REPLIED_IN_TIME}. */
    COHORT_LEADS_REPLIED_IN_TIME;

    public static final Duration OPENED_IN_TIME = Duration.ofDays(3);
    public static final Duration REPLIED_IN_TIME = Duration.ofDays(7);

    /** One whole person's event in a {@code HUMAN_} metric. */
    public static final long HUMAN_UNIT = 1_000_000;

    private static final Metric[] ALL = values();

    public static Metric at(int ordinal) {
        return ALL[ordinal];
    }

    public static int count() {
        return ALL.length;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isHumanWeighted() {
        return name().contains("HUMAN_");
    }
}
