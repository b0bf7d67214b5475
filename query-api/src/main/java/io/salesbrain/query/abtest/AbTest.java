package io.salesbrain.query.abtest;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * The variants of one step, judged: by positive replies, and by all human replies where positive ones are too few to
 * tell. Each measure is a test of its own with its part of α, so the verdict as a whole is wrong in at most 5 %.
 *
 * @param measure the one that decided
 * @param leader the arm that leads or has won, as an index
 * @param vetoes what keeps the leader from being the winner although it is proven best
 * @param leadsMissing per variant, until a difference as it shows could be proven
 * @param daysMissing until then at the speed of the last seven days; empty while nothing is being sent
 */
public record AbTest(
        List<Variant> variants,
        Verdict verdict,
        Measure measure,
        OptionalInt leader,
        List<GuardRail> vetoes,
        Contest positiveReplies,
        Contest replies,
        long leadsMissing,
        OptionalLong daysMissing) {
    private static final long HOURS_PER_WEEK = 168;
    private static final double DAYS_PER_WEEK = 7;

    /** A winner by replies is none while positive replies speak against it: angry answers are replies too. */
    private static final double CONTRADICTED_BELOW = 0.25;

    /** By what variants are compared. */
    public enum Measure {
        POSITIVE_REPLY_RATE(Metric.POSITIVE_REPLIES, Metric.COHORT_POSITIVE_REPLIES),
        REPLY_RATE(Metric.LEADS_REPLIED, Metric.COHORT_LEADS_REPLIED);

        private final Metric happening;
        private final Metric outcome;

        /** @param happening counted in its own hour, {@code outcome} the same in the hour of the first contact */
        Measure(Metric happening, Metric outcome) {
            this.happening = happening;
            this.outcome = outcome;
        }
    }

    /**
     * @param number of the variant, from 1
     * @param hours its counts
     */
    public record Variant(int number, NavigableMap<Long, Counts> hours) {
        Counts sum() {
            return since(Long.MIN_VALUE);
        }

        Counts since(long hour) {
            var sum = Counts.zero();
            hours.tailMap(hour, true).values().forEach(sum::add);
            return sum;
        }

        public Arm arm(Measure measure) {
            var sum = sum();
            return new Arm(
                    sum.get(Metric.LEADS_CONTACTED),
                    sum.get(measure.outcome),
                    sum.get(Metric.EMAILS_SENT),
                    sum.get(Metric.COHORT_UNSUBSCRIBED),
                    sum.get(Metric.COHORT_EMAILS_BOUNCED));
        }
    }

    public AbTest {
        variants = List.copyOf(variants);
        vetoes = List.copyOf(vetoes);
    }

    public static AbTest of(List<Variant> variants, long nowHour) {
        var positive = contest(variants, Measure.POSITIVE_REPLY_RATE, Alphas.POSITIVE_REPLIES);
        var replies = contest(variants, Measure.REPLY_RATE, Alphas.REPLIES);
        var measure = deciding(positive, replies);
        var decided = measure == Measure.POSITIVE_REPLY_RATE ? positive : replies;
        var vetoes = decided.verdict() == Verdict.WINNER && decided.leader().isPresent()
                ? GuardRail.brokenBy(decided.leader().getAsInt(), arms(variants, measure))
                : List.<GuardRail>of();
        boolean isContradicted = measure == Measure.REPLY_RATE
                && decided.verdict() == Verdict.WINNER
                && decided.leader().isPresent()
                && positive.probabilityBest().get(decided.leader().getAsInt()) < CONTRADICTED_BELOW;
        var verdict = vetoes.isEmpty() && !isContradicted ? decided.verdict() : Verdict.LEADING;
        boolean isOpen = verdict == Verdict.NOT_ENOUGH_DATA || verdict == Verdict.LEADING;
        long leads =
                arms(variants, measure).stream().mapToLong(Arm::leads).min().orElse(0);
        long missing = isOpen && vetoes.isEmpty() ? Math.max(0, decided.leadsNeeded() - leads) : 0;
        return new AbTest(
                variants,
                verdict,
                measure,
                decided.leader(),
                vetoes,
                positive,
                replies,
                missing,
                days(missing, variants, nowHour));
    }

    /** Positive replies, but for what only all replies can tell. */
    private static Measure deciding(Contest positive, Contest replies) {
        return switch (positive.verdict()) {
            case WINNER, NO_DIFFERENCE -> Measure.POSITIVE_REPLY_RATE;
            case LEADING -> replies.verdict() == Verdict.WINNER ? Measure.REPLY_RATE : Measure.POSITIVE_REPLY_RATE;
            case NOT_ENOUGH_DATA ->
                replies.verdict() == Verdict.NOT_ENOUGH_DATA ? Measure.POSITIVE_REPLY_RATE : Measure.REPLY_RATE;
        };
    }

    private static List<Arm> arms(List<Variant> variants, Measure measure) {
        return variants.stream().map(variant -> variant.arm(measure)).toList();
    }

    private static Contest contest(List<Variant> variants, Measure measure, double alpha) {
        var race = new Race(variants.size());
        var hours = new TreeSet<Long>();
        variants.forEach(variant -> hours.addAll(variant.hours().keySet()));
        for (long hour : hours) {
            var contacted = new long[variants.size()];
            var successes = new long[variants.size()];
            for (int i = 0; i < contacted.length; i++) {
                var counts = variants.get(i).hours().get(hour);
                if (counts != null) {
                    contacted[i] = Math.max(0, counts.get(Metric.LEADS_CONTACTED));
                    successes[i] = Math.max(0, counts.get(measure.happening));
                }
            }
            race.hour(hour, contacted, successes);
        }
        return Contest.of(arms(variants, measure), race, alpha);
    }

    private static OptionalLong days(long missing, List<Variant> variants, long nowHour) {
        double perDay = variants.stream()
                        .mapToLong(variant ->
                                variant.since(nowHour - HOURS_PER_WEEK).get(Metric.LEADS_CONTACTED))
                        .min()
                        .orElse(0)
                / DAYS_PER_WEEK;
        return perDay <= 0 ? OptionalLong.empty() : OptionalLong.of((long) Math.ceil(missing / perDay));
    }

    /** Every variant of which something is known, by number. */
    public static List<Variant> running(List<Variant> all) {
        var running = new ArrayList<Variant>();
        for (var variant : all) {
            if (variant.sum().get(Metric.LEADS_CONTACTED) > 0) {
                running.add(variant);
            }
        }
        return running;
    }
}
