package io.salesbrain.query.routes;

import io.salesbrain.events.Counts;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.Metric;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.readmodel.Window;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts and rates as the API shows them. Counts are by event time; rates are by cohort: of the leads first contacted,
 * or the e-mails sent, in the span, the share with that outcome so far.
 */
final class StatsView {
    /** Numerator and denominator of a rate, with their words. */
    private record Rate(String name, Metric numerator, String of, Metric denominator, String over) {}

    private static final String CONTACTED = "leads first contacted in the span";
    private static final String SENT = "e-mails sent in the span";

    private static final Rate[] RATES = {
        perLead("open_rate", Metric.COHORT_LEADS_OPENED, "that opened at least one e-mail so far"),
        perLead("click_rate", Metric.COHORT_LEADS_CLICKED, "that clicked in at least one e-mail so far"),
        perLead("reply_rate", Metric.COHORT_LEADS_REPLIED, "of whom at least one human reply came so far"),
        perLead(
                "positive_reply_rate",
                Metric.COHORT_POSITIVE_REPLIES,
                "with a reply that is interested or asks for a meeting, or so labelled without a reply, so far"),
        perLead(
                "human_open_rate",
                Metric.COHORT_HUMAN_LEADS_OPENED,
                "that opened so far, each weighted by the likelihood that a person did"),
        perLead(
                "human_click_rate",
                Metric.COHORT_HUMAN_LEADS_CLICKED,
                "that clicked so far, each weighted by the likelihood that a person did"),
        perEmail("bounce_rate", Metric.COHORT_EMAILS_BOUNCED, "that bounced so far"),
        perEmail("unsubscribe_rate", Metric.COHORT_UNSUBSCRIBED, "whose lead unsubscribed by it so far"),
        perEmail("spam_rate", Metric.COHORT_SPAM_REPORTS, "that were reported as spam so far"),
    };

    private static final Map<String, Object> DEFINITIONS = words();

    private StatsView() {}

    private static Rate perLead(String name, Metric numerator, String outcome) {
        return new Rate(name, numerator, CONTACTED + " " + outcome, Metric.LEADS_CONTACTED, CONTACTED);
    }

    private static Rate perEmail(String name, Metric numerator, String outcome) {
        return new Rate(name, numerator, SENT + " " + outcome, Metric.EMAILS_SENT, SENT);
    }

    /** What each rate divides by what, in words. */
    static Map<String, Object> definitions() {
        return DEFINITIONS;
    }

    private static Map<String, Object> words() {
        var words = new LinkedHashMap<String, Object>();
        for (var rate : RATES) {
            words.put(rate.name(), Map.of("numerator", rate.of(), "denominator", rate.over()));
        }
        words.put(
                "deliverability_rate",
                Map.of("numerator", SENT + " and not bounced so far (emails_delivered)", "denominator", SENT));
        return Collections.unmodifiableMap(words);
    }

    /** All counts, then the rates, then under {@code cohort} the numerators the rates come from. */
    static void addTo(Map<String, @Nullable Object> view, Counts counts) {
        for (var metric : Metric.values()) {
            if (isCohort(metric)) {
                continue;
            }
            view.put(metric.label(), shown(metric, counts));
            if (metric == Metric.EMAILS_BOUNCED) {
                view.put("emails_delivered", delivered(counts));
            }
        }
        for (var rate : RATES) {
            view.put(rate.name(), share(number(rate.numerator(), counts), counts.get(rate.denominator())));
        }
        view.put("deliverability_rate", share((double) delivered(counts), counts.get(Metric.EMAILS_SENT)));
        var cohort = new LinkedHashMap<String, Object>();
        for (var metric : Metric.values()) {
            if (isCohort(metric)) {
                cohort.put(metric.label().substring("cohort_".length()), shown(metric, counts));
            }
        }
        view.put("cohort", cohort);
    }

    /** The brief name of leads_contacted. */
    static void addTotalLeads(Map<String, @Nullable Object> view, Counts counts) {
        view.put("total_leads", counts.get(Metric.LEADS_CONTACTED));
    }

    /** What is said of an account besides counts and rates; limits and warm-up are unknown where no sync saw it. */
    static void addAccount(
            Map<String, @Nullable Object> view,
            String account,
            RateIndex.View rates,
            Optional<InstantlyMirror.Account> seen,
            Instant now) {
        var limit = seen.map(InstantlyMirror.Account::dailyLimit);
        long sentToday = sentSince(rates, Window.firstHourOfDay(now));
        view.put("account_id", account);
        view.put("emails_sent_today", sentToday);
        view.put("emails_sent_this_week", sentSince(rates, Window.firstHourOfWeek(now)));
        view.put("emails_sent_this_month", sentSince(rates, Window.firstHourOfMonth(now)));
        view.put("daily_limit", limit.orElse(null));
        view.put(
                "daily_limit_remaining",
                limit.map(most -> Math.max(0, most - sentToday)).orElse(null));
        view.put(
                "warmup_progress",
                seen.map(InstantlyMirror.Account::warmupProgress).orElse(null));
        view.put("status", seen.map(InstantlyMirror.Account::statusLabel).orElse(null));
        view.put("warmup_status", seen.map(InstantlyMirror.Account::warmupLabel).orElse(null));
    }

    private static long sentSince(RateIndex.View rates, long hour) {
        return rates.since(hour).get(Metric.EMAILS_SENT);
    }

    private static boolean isCohort(Metric metric) {
        return metric.name().startsWith("COHORT_");
    }

    private static long delivered(Counts counts) {
        return counts.get(Metric.EMAILS_SENT) - counts.get(Metric.COHORT_EMAILS_BOUNCED);
    }

    private static Object shown(Metric metric, Counts counts) {
        if (metric.isHumanWeighted()) {
            return number(metric, counts);
        }
        return counts.get(metric);
    }

    private static double number(Metric metric, Counts counts) {
        double value = counts.get(metric);
        return metric.isHumanWeighted() ? value / Metric.HUMAN_UNIT : value;
    }

    private static @Nullable Double share(double numerator, long denominator) {
        return denominator == 0 ? null : numerator / denominator;
    }
}
