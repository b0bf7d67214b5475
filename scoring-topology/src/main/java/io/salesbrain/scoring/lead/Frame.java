package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.StepVariant;
import java.util.HashMap;
import java.util.Map;

/**
 * What touches laid aside are read against: the e-mails they belong to and, for clicks, when each was first opened.
 * Where two histories have the same frame, touches laid aside add the same to both.
 */
record Frame(Map<EmailKey, Line> emails, Map<EmailKey, Long> firstOpens) {
    /** An e-mail; the instant of an inferred send matters to none but unplaced touches. */
    record Line(boolean inferred, long sentAtMs, String account, StepVariant step, int gateway) {}

    /**
     * What is known of the touches laid aside, so that a frame holds no more than matters to them.
     *
     * @param anyUnplaced some name no step or no account, so that they are placed by the instants of the sends
     * @param anyClick some are clicks
     */
    record Aside(boolean any, boolean anyUnplaced, boolean anyClick) {
        static final Aside NOTHING = new Aside(false, false, false);

        Aside and(Touch touch) {
            return new Aside(
                    true, anyUnplaced || isUnplaced(touch), anyClick || touch.type() == EventType.EMAIL_CLICKED);
        }
    }

    Frame {
        emails = Map.copyOf(emails);
        firstOpens = Map.copyOf(firstOpens);
    }

    /** Whether it is the instants of the sends that say which e-mail or account it belongs to. */
    static boolean isUnplaced(Touch touch) {
        return Correspondence.isAboutAnEmail(touch.type())
                && (!touch.step().isStepKnown() || touch.account().isEmpty());
    }

    static Frame of(History history, Aside aside) {
        var mail = Correspondence.of(history);
        var emails = new HashMap<EmailKey, Line>();
        for (var email : mail.emails()) {
            long sentAtMs = email.inferred() && !aside.anyUnplaced() ? 0 : email.sentAtMs();
            emails.put(
                    email.key(),
                    new Line(
                            email.inferred(),
                            sentAtMs,
                            email.account(),
                            email.step(),
                            email.cause().gateway()));
        }
        return new Frame(emails, aside.anyClick() ? HumanLikelihood.firstOpens(mail) : Map.of());
    }
}
