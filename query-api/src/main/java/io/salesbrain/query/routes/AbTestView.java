package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.query.abtest.AbTest;
import io.salesbrain.query.abtest.Arm;
import io.salesbrain.query.abtest.Contest;
import io.salesbrain.query.abtest.GuardRail;
import io.salesbrain.query.abtest.Shares;
import io.salesbrain.query.abtest.Verdict;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An A/B test as the API shows it. */
@Says("The variants of one step, judged.")
record AbTestView(
        @Says("Instantly's id of the campaign.") String campaignId,
        @Says("Null where it is not known.") @Nullable String campaignName,

        @Says("The subsequence; left out in the main sequence.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Integer sequence,

        @Says("Which e-mail, from 1.") int step,
        @Says("What can be said.") Verdict verdict,

        @Says("The measure that decides: replies where positive ones are too few to tell.")
        @Bounds(oneOf = {"positive_reply_rate", "reply_rate"})
        String decidedBy,

        @Says("The variant with the highest rate; null where nobody has a success.") @Nullable
        Integer leader,

        @Says("The variant that is proven best; null while none is.") @Nullable
        Integer winner,

        @Says("What keeps the leader from being the winner although it is proven best.")
        List<GuardRail> vetoedBy,

        @Says("The verdict in a sentence.") String explanation,

        @Says("Leads per variant, in all, to prove the difference that shows.")
        long sampleSizeNeeded,

        @Says("Leads per variant that are still missing.") long sampleSizeMissing,

        @Says("At the speed of the last seven days; null while nothing is being sent.") @Nullable
        Long daysMissing,

        @Says("What each measure says for itself.") Measures measures,
        @Says("By number.") List<VariantView> variants) {
    static final Map<String, String> DEFINITIONS = definitions();

    @Says("The contest by each measure.")
    record Measures(
            @Says("By positive replies.") ContestView positiveReplyRate,
            @Says("By all human replies.") ContestView replyRate) {}

    @Says("The variants by one measure.")
    record ContestView(
            @Says("What can be said by it.") Verdict verdict,

            @Says("The variant with the highest rate; null where nobody has a success.") @Nullable
            Integer leader,

            @Says("For the leader against the best of the others, as a logarithm.")
            double evidence,

            @Says("What makes it a winner.") double evidenceNeeded,
            @Says("Leads per variant, in all.") long sampleSizeNeeded) {}

    @Says("One variant's outcomes.")
    record VariantView(
            @Says("Its number, from 1.") int variant,
            @Says("Leads contacted with it.") long leadsContacted,
            @Says("Of them, those with a positive reply.") long positiveReplies,
            @Says("Of them, those with a human reply.") long leadsReplied,
            @Says("E-mails sent.") long emailsSent,
            @Says("Of them, those that bounced.") long emailsBounced,

            @Says("Of them, those whose lead unsubscribed by it.")
            long unsubscribed,

            @Says("positive_replies / leads_contacted; null without leads.") @Nullable
            Double positiveReplyRate,

            @Says("95 % interval of it.") Shares.Interval positiveReplyRateInterval,

            @Says("leads_replied / leads_contacted; null without leads.") @Nullable
            Double replyRate,

            @Says("95 % interval of it.") Shares.Interval replyRateInterval,

            @Says("emails_bounced / emails_sent; null without sends.") @Nullable
            Double bounceRate,

            @Says("unsubscribed / emails_sent; null without sends.") @Nullable
            Double unsubscribeRate,

            @Says("That it has the highest rate of positive replies, 0 to 1.")
            double probabilityBest,

            @Says("That it has the highest rate of replies, 0 to 1.")
            double probabilityBestByReplies,

            @Says("What speaks against it beside its replies.")
            List<GuardRail> guardRails) {}

    private static Map<String, String> definitions() {
        var words = new LinkedHashMap<String, String>();
        words.put(
                "positive_reply_rate",
                "leads contacted with this variant that replied with interest or asked for a meeting, among all contacted with it");
        words.put(
                "reply_rate",
                "leads contacted with this variant of whom a human reply came, among all contacted with it");
        words.put("interval", "95 %, equal tails, Jeffreys' prior");
        words.put("probability_best", "that this variant has the highest rate, by the same prior");
        words.put(
                "winner",
                "proven by an anytime-valid test: over all looks together at most 5 % of equal variants are ever called so");
        words.put("no_difference", "there was enough data to find a variant half as good again, and none was found");
        words.put(
                "sample_size_needed",
                "leads per variant, in all, to prove the difference that shows with a chance of 80 %");
        return words;
    }

    static AbTestView of(AbTestRoutes.Step step, @Nullable String campaignName, AbTest test) {
        var needed = test.measure() == AbTest.Measure.POSITIVE_REPLY_RATE ? test.positiveReplies() : test.replies();
        return new AbTestView(
                step.campaignId(),
                campaignName,
                step.sequence() > 0 ? (Integer) step.sequence() : null,
                step.step(),
                test.verdict(),
                label(test.measure()),
                number(test, test.leader().orElse(-1)),
                test.verdict() == Verdict.WINNER ? number(test, test.leader().orElse(-1)) : null,
                test.vetoes(),
                explanation(test),
                needed.leadsNeeded(),
                test.leadsMissing(),
                test.daysMissing().isPresent() ? (Long) test.daysMissing().getAsLong() : null,
                new Measures(contest(test, test.positiveReplies()), contest(test, test.replies())),
                IntStream.range(0, test.variants().size())
                        .mapToObj(index -> variant(test, index))
                        .toList());
    }

    private static @Nullable Integer number(AbTest test, int index) {
        return index < 0 ? null : test.variants().get(index).number();
    }

    private static String label(AbTest.Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    private static String explanation(AbTest test) {
        var leader = number(test, test.leader().orElse(-1));
        var by = test.measure() == AbTest.Measure.POSITIVE_REPLY_RATE ? "positive replies" : "replies";
        return switch (test.verdict()) {
            case WINNER -> "Variant " + leader + " gets more " + by + " than each other; this is proven.";
            case LEADING ->
                test.vetoes().isEmpty()
                        ? "Variant " + leader + " is probably the best by " + by + ", but that is not proven yet."
                        : "Variant " + leader + " gets more " + by + ", but also more "
                                + String.join(
                                        " and ",
                                        test.vetoes().stream()
                                                .map(AbTestView::words)
                                                .toList())
                                + ": it is not declared the winner.";
            case NO_DIFFERENCE ->
                "There was enough data to find a variant half as good again by " + by + "; there is none.";
            case NOT_ENOUGH_DATA ->
                "Nothing can be said yet; about " + test.leadsMissing() + " more leads per variant are needed.";
        };
    }

    private static String words(GuardRail rail) {
        return switch (rail) {
            case UNSUBSCRIBE -> "unsubscribes";
            case BOUNCE -> "bounces";
        };
    }

    private static ContestView contest(AbTest test, Contest contest) {
        return new ContestView(
                contest.verdict(),
                number(test, contest.leader().orElse(-1)),
                contest.evidence(),
                contest.evidenceNeeded(),
                contest.leadsNeeded());
    }

    private static VariantView variant(AbTest test, int index) {
        var variant = test.variants().get(index);
        var positive = variant.arm(AbTest.Measure.POSITIVE_REPLY_RATE);
        var replies = variant.arm(AbTest.Measure.REPLY_RATE);
        return new VariantView(
                variant.number(),
                positive.leads(),
                positive.successes(),
                replies.successes(),
                positive.sent(),
                positive.bounced(),
                positive.unsubscribed(),
                share(positive.successes(), positive.leads()),
                Shares.interval(positive.successes(), positive.leads()),
                share(replies.successes(), replies.leads()),
                Shares.interval(replies.successes(), replies.leads()),
                share(positive.bounced(), positive.sent()),
                share(positive.unsubscribed(), positive.sent()),
                test.positiveReplies().probabilityBest().get(index),
                test.replies().probabilityBest().get(index),
                GuardRail.brokenBy(index, arms(test)));
    }

    private static List<Arm> arms(AbTest test) {
        return test.variants().stream()
                .map(variant -> variant.arm(AbTest.Measure.POSITIVE_REPLY_RATE))
                .toList();
    }

    private static @Nullable Double share(long count, long of) {
        return of == 0 ? null : (Double) ((double) count / of);
    }
}
