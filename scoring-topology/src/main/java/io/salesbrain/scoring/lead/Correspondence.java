package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.StepVariant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A history read as mail: which e-mails there were, lost sends inferred, and what each event belongs to.
 *
 * <p>An open, click, reply, bounce, unsubscribe or spam report implies one send of its e-mail; a real send replaces the
 * implied one; of several sends the first counts. Such an event without a step belongs to the latest e-mail of its
 * campaign sent at or before it, and only where there is none to an e-mail of its own.
 */
final class Correspondence {
    private static final Comparator<Email> BY_SEND = Comparator.comparingLong(Email::sentAtMs)
            .thenComparingInt(email -> email.key().sequence())
            .thenComparingInt(email -> email.key().step());

    private final Map<EmailKey, Email> emails = new LinkedHashMap<>();
    /** Per campaign the e-mails in order of their sends. */
    private final Map<String, List<Email>> sends = new HashMap<>();

    private final List<Placed> placed = new ArrayList<>();
    private final BurstMarks bursts;

    private Correspondence(BurstMarks bursts) {
        this.bursts = bursts;
    }

    static Correspondence of(History history) {
        var mail = new Correspondence(history.bursts());
        mail.findEmails(history.touches());
        for (var touch : history.touches()) {
            mail.placed.add(mail.place(touch));
        }
        return mail;
    }

    Collection<Email> emails() {
        return emails.values();
    }

    List<Placed> placed() {
        return placed;
    }

    BurstMarks bursts() {
        return bursts;
    }

    /** Whether an event of this type is about one e-mail and so proves that it was sent. */
    static boolean isAboutAnEmail(EventType type) {
        return switch (type) {
            case EMAIL_SENT,
                    EMAIL_OPENED,
                    EMAIL_CLICKED,
                    REPLY_RECEIVED,
                    AUTO_REPLY_RECEIVED,
                    EMAIL_BOUNCED,
                    EMAIL_UNSUBSCRIBED,
                    EMAIL_SPAM_REPORT -> true;
            case LEAD_INTERESTED,
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
                    CUSTOM -> false;
        };
    }

    private void findEmails(List<Touch> touches) {
        var homeless = new ArrayList<Touch>();
        for (var touch : touches) {
            if (!isAboutAnEmail(touch.type())) {
                continue;
            }
            if (touch.type() == EventType.EMAIL_SENT || touch.step().isStepKnown()) {
                note(touch);
            } else {
                homeless.add(touch);
            }
        }
        orderSends();
        for (var touch : homeless) {
            if (latestSend(touch) == null) {
                note(touch);
            }
        }
        orderSends();
    }

    private void orderSends() {
        sends.clear();
        for (var email : emails.values()) {
            sends.computeIfAbsent(email.key().campaignId(), _ -> new ArrayList<>())
                    .add(email);
        }
        sends.values().forEach(list -> list.sort(BY_SEND));
    }

    /** Touches come in chronological order, so the first real send, or the first event, is the one that stays. */
    private void note(Touch touch) {
        boolean real = touch.type() == EventType.EMAIL_SENT;
        var key = EmailKey.of(touch);
        var known = emails.get(key);
        if (known == null || (real && known.inferred())) {
            emails.put(key, new Email(key, touch, !real));
        }
    }

    /** The lead's latest e-mail in the touch's campaign sent at or before it. */
    private @Nullable Email latestSend(Touch touch) {
        Email latest = null;
        for (var email : sends.getOrDefault(touch.campaignId(), List.of())) {
            if (email.sentAtMs() <= touch.atMs()) {
                latest = email;
            }
        }
        return latest;
    }

    /** The same, leaving out an e-mail that is only a guess made from touches without a step. */
    private @Nullable Email latestCertainSend(Touch touch) {
        Email latest = null;
        for (var email : sends.getOrDefault(touch.campaignId(), List.of())) {
            if (email.sentAtMs() <= touch.atMs()
                    && !(email.inferred() && email.key().step() == 0)) {
                latest = email;
            }
        }
        return latest;
    }

    private Placed place(Touch touch) {
        boolean aboutAnEmail = isAboutAnEmail(touch.type());
        var email = aboutAnEmail ? emailOf(touch) : namedEmail(touch);
        var last = latestSend(touch);
        return new Placed(
                touch, aboutAnEmail ? email : null, accountOf(touch, email, last), stepOf(touch, email, last));
    }

    private @Nullable Email emailOf(Touch touch) {
        if (touch.type() == EventType.EMAIL_SENT || touch.step().isStepKnown()) {
            return emails.get(EmailKey.of(touch));
        }
        var latest = latestCertainSend(touch);
        return latest != null ? latest : emails.get(EmailKey.unknownIn(touch.campaignId()));
    }

    private @Nullable Email namedEmail(Touch touch) {
        return touch.step().isStepKnown() ? emails.get(EmailKey.of(touch)) : null;
    }

    private static String accountOf(Touch touch, @Nullable Email email, @Nullable Email last) {
        if (!touch.account().isEmpty()) {
            return touch.account();
        }
        if (email != null && !email.account().isEmpty()) {
            return email.account();
        }
        return last == null ? "" : last.account();
    }

    private static StepVariant stepOf(Touch touch, @Nullable Email email, @Nullable Email last) {
        var own = touch.step();
        var source = email != null ? email : last;
        if (own.isStepKnown()) {
            boolean sameStep = source != null && source.key().equals(EmailKey.of(touch));
            int variant = own.isVariantKnown() || !sameStep || source == null
                    ? own.variant()
                    : source.step().variant();
            return new StepVariant(own.sequence(), own.step(), variant);
        }
        if (source == null) {
            return own;
        }
        int variant = own.isVariantKnown() ? own.variant() : source.step().variant();
        return source.key().withVariant(variant);
    }
}
