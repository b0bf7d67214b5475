package io.salesbrain.scoring.lead;

import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one lead adds to its organization, campaigns, variants and accounts. A distinct thing counts once per
 * dimension, in the hour of its first event there; its cohort twin counts in the hour the lead was first contacted (or
 * the e-mail sent) in that dimension, and not at all where it never was.
 */
final class Tally {
    private static final String LEAD = "";

    /** A thing that is counted once: the lead itself, an e-mail, a campaign's meeting. */
    private record First(Dimension dimension, Metric metric, Object thing) {}

    /** When the thing first happened, about which e-mail, and how likely a person ever caused it. */
    private record Occurrence(long atMs, @Nullable Email email, double human) {
        static Occurrence earlier(Occurrence a, Occurrence b) {
            var first = a.atMs <= b.atMs ? a : b;
            return new Occurrence(first.atMs, first.email, Math.max(a.human, b.human));
        }
    }

    private final CountTable table = new CountTable();
    private final Map<Dimension, Long> contactedAtMs = new HashMap<>();
    private final Map<Email, List<Dimension>> sentIn = new HashMap<>();
    private final Map<First, Occurrence> firsts = new HashMap<>();

    private Tally() {}

    static CountTable of(Correspondence mail, Conversation talk, Map<Placed, Double> human) {
        var tally = new Tally();
        mail.emails().forEach(tally::send);
        for (var placed : mail.placed()) {
            tally.touch(placed, human.getOrDefault(placed, 1.0));
        }
        talk.replies().forEach(tally::reply);
        talk.orphanLabels().forEach(label -> tally.orphanLabel(label, talk));
        talk.meetings().forEach(tally::meeting);
        tally.contactedAtMs.forEach((dimension, atMs) -> tally.table.add(dimension, atMs, Metric.LEADS_CONTACTED, 1));
        tally.firsts.forEach(tally::countFirst);
        return tally.table;
    }

    private static List<Dimension> dimensions(String campaignId, String account, StepVariant step) {
        var dimensions = new ArrayList<Dimension>(4);
        dimensions.add(new Dimension.Organization());
        if (!campaignId.isEmpty()) {
            dimensions.add(new Dimension.Campaign(campaignId));
            if (step.isStepKnown() && step.isVariantKnown()) {
                dimensions.add(new Dimension.Step(campaignId, step));
            }
        }
        if (!account.isEmpty()) {
            dimensions.add(new Dimension.Account(account));
        }
        return dimensions;
    }

    private static List<Dimension> dimensions(Placed placed) {
        return dimensions(placed.touch().campaignId(), placed.account(), placed.step());
    }

    private void send(Email email) {
        var dimensions = dimensions(email.key().campaignId(), email.account(), email.step());
        sentIn.put(email, dimensions);
        for (var dimension : dimensions) {
            table.add(dimension, email.sentAtMs(), Metric.EMAILS_SENT, 1);
            contactedAtMs.merge(dimension, email.sentAtMs(), Math::min);
        }
    }

    private void touch(Placed placed, double human) {
        switch (placed.touch().type()) {
            case EMAIL_OPENED -> {
                each(placed, Metric.OPENS_TOTAL, 1);
                each(placed, Metric.HUMAN_OPENS_TOTAL, weight(human));
                firstOfEmail(placed, Metric.EMAILS_OPENED, human);
                firstOfLead(placed, Metric.LEADS_OPENED, human);
            }
            case EMAIL_CLICKED -> {
                each(placed, Metric.CLICKS_TOTAL, 1);
                each(placed, Metric.HUMAN_CLICKS_TOTAL, weight(human));
                firstOfEmail(placed, Metric.EMAILS_CLICKED, human);
                firstOfLead(placed, Metric.LEADS_CLICKED, human);
            }
            case EMAIL_BOUNCED -> firstOfEmail(placed, Metric.EMAILS_BOUNCED, 1);
            case EMAIL_SPAM_REPORT -> firstOfEmail(placed, Metric.SPAM_REPORTS, 1);
            case EMAIL_UNSUBSCRIBED -> firstOfLead(placed, Metric.UNSUBSCRIBED, 1);
            case EMAIL_SENT,
                    REPLY_RECEIVED,
                    AUTO_REPLY_RECEIVED,
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
                    CUSTOM -> {
                // Sends, replies and meetings are counted as the distinct things they are, not by their events.
            }
        }
    }

    private void reply(Reply reply) {
        var face = reply.face();
        for (var dimension : dimensions(face)) {
            if (reply.isHuman()) {
                table.add(dimension, reply.atMs(), Metric.EMAILS_REPLIED, 1);
                note(dimension, Metric.LEADS_REPLIED, LEAD, reply.atMs(), face.email(), 1);
            } else {
                table.add(dimension, reply.atMs(), Metric.AUTO_REPLIES, 1);
            }
            if (reply.isPositive()) {
                note(dimension, Metric.POSITIVE_REPLIES, LEAD, reply.atMs(), face.email(), 1);
            }
            if (reply.isA(ReplyCategory.UNSUBSCRIBE)) {
                note(dimension, Metric.UNSUBSCRIBED, LEAD, reply.atMs(), face.email(), 1);
            }
        }
    }

    private void orphanLabel(Placed label, Conversation talk) {
        var campaign = label.touch().campaignId();
        boolean repliedThere =
                talk.replies().stream().anyMatch(reply -> reply.campaignId().equals(campaign));
        boolean positive = Conversation.categoryOfLabel(label.touch().type())
                .filter(ReplyCategory::isPositive)
                .isPresent();
        if (positive && !repliedThere) {
            firstOfLead(label, Metric.POSITIVE_REPLIES, 1);
        }
    }

    private void meeting(Placed placed) {
        each(placed, Metric.MEETINGS_BOOKED, 1);
    }

    private void each(Placed placed, Metric metric, long amount) {
        for (var dimension : dimensions(placed)) {
            table.add(dimension, placed.touch().atMs(), metric, amount);
        }
    }

    private void firstOfEmail(Placed placed, Metric metric, double human) {
        var email = placed.email();
        if (email == null) {
            throw new IllegalStateException(placed.touch().type() + " is about no e-mail");
        }
        for (var dimension : dimensions(placed)) {
            note(dimension, metric, email.key(), placed.touch().atMs(), email, human);
        }
    }

    private void firstOfLead(Placed placed, Metric metric, double human) {
        for (var dimension : dimensions(placed)) {
            note(dimension, metric, LEAD, placed.touch().atMs(), placed.email(), human);
        }
    }

    private void note(
            Dimension dimension, Metric metric, Object thing, long atMs, @Nullable Email email, double human) {
        firsts.merge(new First(dimension, metric, thing), new Occurrence(atMs, email, human), Occurrence::earlier);
    }

    private void countFirst(First first, Occurrence occurrence) {
        var metric = first.metric();
        var twins = Twins.of(metric);
        table.add(first.dimension(), occurrence.atMs(), metric, 1);
        if (twins.human() != null) {
            table.add(first.dimension(), occurrence.atMs(), twins.human(), weight(occurrence.human()));
        }
        var cohortMs = twins.perEmail()
                ? emailCohortMs(first.dimension(), occurrence.email())
                : contactedAtMs.get(first.dimension());
        if (cohortMs != null && twins.cohort() != null) {
            table.add(first.dimension(), cohortMs, twins.cohort(), 1);
            if (twins.cohortHuman() != null) {
                table.add(first.dimension(), cohortMs, twins.cohortHuman(), weight(occurrence.human()));
            }
        }
    }

    private @Nullable Long emailCohortMs(Dimension dimension, @Nullable Email email) {
        return email != null && sentIn.getOrDefault(email, List.of()).contains(dimension) ? email.sentAtMs() : null;
    }

    private static long weight(double human) {
        return Math.round(human * Metric.HUMAN_UNIT);
    }

    /** Which metrics go along with one that counts first times; null: none. */
    private record Twins(
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
                            false,
                            Metric.HUMAN_LEADS_OPENED,
                            Metric.COHORT_LEADS_OPENED,
                            Metric.COHORT_HUMAN_LEADS_OPENED);
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
}
