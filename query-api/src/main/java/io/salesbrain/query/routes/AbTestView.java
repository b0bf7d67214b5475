package io.salesbrain.query.routes;

import io.salesbrain.query.abtest.AbTest;
import io.salesbrain.query.abtest.Arm;
import io.salesbrain.query.abtest.Contest;
import io.salesbrain.query.abtest.GuardRail;
import io.salesbrain.query.abtest.Shares;
import io.salesbrain.query.abtest.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An A/B test as the API shows it. */
final class AbTestView {
    static final Map<String, String> DEFINITIONS = definitions();

    private AbTestView() {}

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

    static Map<String, @Nullable Object> of(AbTestRoutes.Step step, @Nullable String campaignName, AbTest test) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("campaign_id", step.campaignId());
        view.put("campaign_name", campaignName);
        if (step.sequence() > 0) {
            view.put("sequence", step.sequence());
        }
        view.put("step", step.step());
        view.put("verdict", test.verdict());
        view.put("decided_by", label(test.measure()));
        view.put(
                "leader", number(test, test.leader().isPresent() ? test.leader().getAsInt() : -1));
        view.put(
                "winner",
                test.verdict() == Verdict.WINNER ? number(test, test.leader().orElse(-1)) : null);
        view.put("vetoed_by", test.vetoes());
        view.put("explanation", explanation(test));
        var needed = test.measure() == AbTest.Measure.POSITIVE_REPLY_RATE ? test.positiveReplies() : test.replies();
        view.put("sample_size_needed", needed.leadsNeeded());
        view.put("sample_size_missing", test.leadsMissing());
        view.put(
                "days_missing",
                test.daysMissing().isPresent() ? test.daysMissing().getAsLong() : null);
        view.put("measures", measures(test));
        var variants = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < test.variants().size(); i++) {
            variants.add(variant(test, i));
        }
        view.put("variants", variants);
        return view;
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

    private static Map<String, Object> measures(AbTest test) {
        var view = new LinkedHashMap<String, Object>();
        view.put(label(AbTest.Measure.POSITIVE_REPLY_RATE), contest(test, test.positiveReplies()));
        view.put(label(AbTest.Measure.REPLY_RATE), contest(test, test.replies()));
        return view;
    }

    private static Map<String, @Nullable Object> contest(AbTest test, Contest contest) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("verdict", contest.verdict());
        view.put("leader", number(test, contest.leader().orElse(-1)));
        view.put("evidence", contest.evidence());
        view.put("evidence_needed", contest.evidenceNeeded());
        view.put("sample_size_needed", contest.leadsNeeded());
        return view;
    }

    private static Map<String, @Nullable Object> variant(AbTest test, int index) {
        var variant = test.variants().get(index);
        var positive = variant.arm(AbTest.Measure.POSITIVE_REPLY_RATE);
        var replies = variant.arm(AbTest.Measure.REPLY_RATE);
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("variant", variant.number());
        view.put("leads_contacted", positive.leads());
        view.put("positive_replies", positive.successes());
        view.put("leads_replied", replies.successes());
        view.put("emails_sent", positive.sent());
        view.put("emails_bounced", positive.bounced());
        view.put("unsubscribed", positive.unsubscribed());
        addRate(view, "positive_reply_rate", positive);
        addRate(view, "reply_rate", replies);
        view.put("bounce_rate", share(positive.bounced(), positive.sent()));
        view.put("unsubscribe_rate", share(positive.unsubscribed(), positive.sent()));
        view.put("probability_best", test.positiveReplies().probabilityBest().get(index));
        view.put("probability_best_by_replies", test.replies().probabilityBest().get(index));
        view.put("guard_rails", GuardRail.brokenBy(index, arms(test)));
        return view;
    }

    private static List<Arm> arms(AbTest test) {
        return test.variants().stream()
                .map(variant -> variant.arm(AbTest.Measure.POSITIVE_REPLY_RATE))
                .toList();
    }

    private static void addRate(Map<String, @Nullable Object> view, String name, Arm arm) {
        view.put(name, share(arm.successes(), arm.leads()));
        view.put(name + "_interval", Shares.interval(arm.successes(), arm.leads()));
    }

    private static @Nullable Double share(long count, long of) {
        return of == 0 ? null : (double) count / of;
    }
}
