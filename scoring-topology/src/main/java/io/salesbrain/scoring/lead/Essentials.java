package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.StepVariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a history must keep at hand when a machine floods it. A touch is redundant when others like it say all it says:
 * of opens and clicks of one e-mail in one place the first and the likeliest human one decide about everything but the
 * plain totals, of the other kinds the first alone does. The first few opens and clicks of each e-mail stay as well:
 * their neighbours say how human they were ({@link Looks}). So with {@code f} redundant touches laid aside
 *
 * <pre>facts(history ∪ {t}) − facts(history) = facts(essential ∪ {t}) − facts(essential)</pre>
 *
 * as long as {@code t} does not change the {@link Frame} the redundant ones are read against.
 *
 * @param essential what stays at hand
 * @param redundant what may be laid aside, in chronological order
 */
public record Essentials(History essential, List<Touch> redundant) {
    public Essentials {
        redundant = List.copyOf(redundant);
    }

    /**
     * Alike in everything the facts look at but the instant. What names its own place is not like what was placed by
     * the sends around it: the latter may move elsewhere when these do, and then no longer speaks for the former.
     */
    private record Likeness(
            boolean unplaced,
            EventType type,
            String name,
            String campaignId,
            String account,
            StepVariant step,
            @Nullable EmailKey email) {}

    /** An open or a click of an e-mail. */
    private record Look(EventType type, EmailKey email) {}

    /** Of a lead's history. */
    public static Essentials ofLead(History history) {
        var mail = Correspondence.of(history);
        Set<Placed> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        var likeliest = new HashMap<Likeness, Placed>();
        var seen = new HashSet<Likeness>();
        var human = HumanLikelihood.ofAll(mail);
        var looked = new HashMap<Look, Integer>();
        for (var placed : mail.placed()) {
            var likeness = likeness(placed);
            boolean judgedByNeighbours = isAmongFirstLooks(placed, looked);
            if (seen.add(likeness)
                    || judgedByNeighbours
                    || !canBeRedundant(placed.touch().type())) {
                kept.add(placed);
            }
            // The likeliest of those whose likelihood no neighbour can change any more.
            if (!judgedByNeighbours) {
                likeliest.merge(likeness, placed, (best, next) -> likelier(best, next, human));
            }
        }
        kept.addAll(likeliest.values());
        return parted(history, mail.placed(), kept);
    }

    private static Placed likelier(Placed best, Placed next, Map<Placed, Double> human) {
        return human.getOrDefault(next, 1.0) > human.getOrDefault(best, 1.0) ? next : best;
    }

    /** Whether its neighbours may say something of it, or it of them. */
    private static boolean isAmongFirstLooks(Placed placed, Map<Look, Integer> looked) {
        var type = placed.touch().type();
        var email = placed.email();
        return email != null
                && (type == EventType.EMAIL_OPENED || type == EventType.EMAIL_CLICKED)
                && looked.merge(new Look(type, email.key()), 1, Integer::sum) <= Looks.MOST;
    }

    /** Of a campaign's, an account's or an organization's own events, from which nothing but their number is computed. */
    public static Essentials ofOther(History history) {
        return new Essentials(History.EMPTY, history.touches());
    }

    private static Essentials parted(History history, List<Placed> placed, Set<Placed> kept) {
        var essential = new ArrayList<Touch>();
        var redundant = new ArrayList<Touch>();
        for (var each : placed) {
            (kept.contains(each) ? essential : redundant).add(each.touch());
        }
        return new Essentials(history.withTouches(essential), redundant);
    }

    private static Likeness likeness(Placed placed) {
        var email = placed.email();
        return new Likeness(
                Frame.isUnplaced(placed.touch()),
                placed.touch().type(),
                placed.touch().name(),
                placed.touch().campaignId(),
                placed.account(),
                placed.step(),
                email == null ? null : email.key());
    }

    /** Replies, labels and meetings are each shown, and depend on what lies between them. */
    private static boolean canBeRedundant(EventType type) {
        return switch (type) {
            case EMAIL_SENT,
                    EMAIL_OPENED,
                    EMAIL_CLICKED,
                    EMAIL_BOUNCED,
                    EMAIL_UNSUBSCRIBED,
                    EMAIL_SPAM_REPORT,
                    LEAD_NEUTRAL,
                    LEAD_CLOSED,
                    LEAD_COMPLETED,
                    LEAD_ERROR,
                    CAMPAIGN_STARTED,
                    CAMPAIGN_PAUSED,
                    CAMPAIGN_COMPLETED,
                    ACCOUNT_ERROR,
                    ACCOUNT_SUSPENDED,
                    CUSTOM -> true;
            case REPLY_RECEIVED,
                    AUTO_REPLY_RECEIVED,
                    LEAD_INTERESTED,
                    LEAD_NOT_INTERESTED,
                    LEAD_MEETING_BOOKED,
                    LEAD_MEETING_COMPLETED,
                    LEAD_NO_SHOW,
                    LEAD_OUT_OF_OFFICE,
                    LEAD_WRONG_PERSON -> false;
        };
    }
}
