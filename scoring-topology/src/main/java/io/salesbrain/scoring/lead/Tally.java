package io.salesbrain.scoring.lead;

import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what one lead adds to its organization, campaigns, variants and accounts. A distinct thing counts once per
 * dimension, in the hour of its first event there; its cohort twin counts in the hour the lead was first contacted (or
 * the e-mail sent) in that dimension, and not at all where it never was.
 */
final class Tally {
    /** Where something counts. */
    private record Place(String campaignId, String account, StepVariant step) {}

    private final CountTable table = new CountTable();
    private final Map<Dimension, Slice> slices = new HashMap<>();
    private final Map<Place, List<Slice>> slicesOf = new HashMap<>();

    private Tally() {}

    static CountTable of(Correspondence mail, Conversation talk, Map<Placed, Double> human) {
        var tally = new Tally();
        mail.emails().forEach(tally::send);
        for (var placed : mail.placed()) {
            tally.touch(placed, human.getOrDefault(placed, 1.0));
        }
        talk.replies().forEach(tally::reply);
        talk.orphanLabels().forEach(label -> tally.orphanLabel(label, mail, talk));
        talk.meetings().forEach(tally::meeting);
        tally.slices.values().forEach(Slice::countFirsts);
        return tally.table;
    }

    private List<Slice> slices(String campaignId, String account, StepVariant step) {
        return slicesOf.computeIfAbsent(
                new Place(campaignId, account, step),
                place -> dimensions(place).stream()
                        .map(dimension -> slices.computeIfAbsent(dimension, each -> new Slice(table.of(each))))
                        .toList());
    }

    private List<Slice> slices(Placed placed) {
        return slices(placed.touch().campaignId(), placed.account(), placed.step());
    }

    private static List<Dimension> dimensions(Place place) {
        var dimensions = new ArrayList<Dimension>(4);
        dimensions.add(new Dimension.Organization());
        if (!place.campaignId().isEmpty()) {
            dimensions.add(new Dimension.Campaign(place.campaignId()));
            if (place.step().isStepKnown() && place.step().isVariantKnown()) {
                dimensions.add(new Dimension.Step(place.campaignId(), place.step()));
            }
        }
        if (!place.account().isEmpty()) {
            dimensions.add(new Dimension.Account(place.account()));
        }
        return dimensions;
    }

    private void send(Email email) {
        slices(email.key().campaignId(), email.account(), email.step()).forEach(slice -> slice.send(email));
    }

    private void touch(Placed placed, double human) {
        switch (placed.touch().type()) {
            case EMAIL_OPENED -> {
                each(placed, Metric.OPENS_TOTAL, 1);
                each(placed, Metric.HUMAN_OPENS_TOTAL, Slice.weight(human));
                firstOfEmail(placed, Metric.EMAILS_OPENED, human);
                firstOfLead(placed, Metric.LEADS_OPENED, human);
            }
            case EMAIL_CLICKED -> {
                each(placed, Metric.CLICKS_TOTAL, 1);
                each(placed, Metric.HUMAN_CLICKS_TOTAL, Slice.weight(human));
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
        // Counted where its first delivery lies, whichever of them stands for it.
        var first = reply.deliveries().getFirst();
        for (var slice : slices(first)) {
            if (reply.isHuman()) {
                slice.add(reply.atMs(), Metric.EMAILS_REPLIED, 1);
                slice.firstOfLead(Metric.LEADS_REPLIED, reply.atMs(), first.email(), 1);
            } else {
                slice.add(reply.atMs(), Metric.AUTO_REPLIES, 1);
            }
            if (reply.isPositive()) {
                slice.firstOfLead(Metric.POSITIVE_REPLIES, reply.atMs(), first.email(), 1);
            }
            if (reply.isA(ReplyCategory.UNSUBSCRIBE)) {
                slice.firstOfLead(Metric.UNSUBSCRIBED, reply.atMs(), first.email(), 1);
            }
        }
    }

    private void orphanLabel(Placed label, Correspondence mail, Conversation talk) {
        var campaign = label.touch().campaignId();
        boolean repliedThere =
                talk.replies().stream().anyMatch(reply -> reply.campaignId().equals(campaign));
        boolean positive = Conversation.categoryOfLabel(label.touch().type())
                .filter(ReplyCategory::isPositive)
                .isPresent();
        if (!positive || repliedThere) {
            return;
        }
        boolean contactedThere = campaign.isEmpty()
                || mail.emails().stream()
                        .anyMatch(email -> email.key().campaignId().equals(campaign));
        if (contactedThere) {
            firstOfLead(label, Metric.POSITIVE_REPLIES, 1);
        } else {
            slices(label)
                    .forEach(slice -> slice.firstOfLeadNotContacted(
                            Metric.POSITIVE_REPLIES, label.touch().atMs()));
        }
    }

    private void meeting(Placed placed) {
        each(placed, Metric.MEETINGS_BOOKED, 1);
    }

    private void each(Placed placed, Metric metric, long amount) {
        for (var slice : slices(placed)) {
            slice.add(placed.touch().atMs(), metric, amount);
        }
    }

    private void firstOfEmail(Placed placed, Metric metric, double human) {
        var email = placed.email();
        if (email == null) {
            throw new IllegalStateException(placed.touch().type() + " is about no e-mail");
        }
        for (var slice : slices(placed)) {
            slice.firstOfEmail(metric, placed.touch().atMs(), email, human);
        }
    }

    private void firstOfLead(Placed placed, Metric metric, double human) {
        for (var slice : slices(placed)) {
            slice.firstOfLead(metric, placed.touch().atMs(), placed.email(), human);
        }
    }
}
