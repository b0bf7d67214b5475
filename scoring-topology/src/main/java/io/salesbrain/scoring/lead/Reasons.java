package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import java.util.Optional;

/** Why an event counts, in words for a salesperson. */
final class Reasons {
    private static final double CERTAIN = 0.8;
    private static final double DOUBTFUL = 0.5;

    private Reasons() {}

    static String signal(Placed placed, double human) {
        boolean open = placed.touch().type() == EventType.EMAIL_OPENED;
        var what = (open ? "Opened " : "Clicked a link in ") + email(placed);
        if (human >= CERTAIN) {
            return what;
        }
        var why = delay(placed);
        return human >= DOUBTFUL ? what + ", possibly a machine" + why : what + ", probably a machine" + why;
    }

    static String reply(Optional<ReplyCategory> category) {
        return category.map(Reasons::replied).orElse("Replied; not sure what it means, please read it");
    }

    private static String replied(ReplyCategory category) {
        return switch (category) {
            case INTERESTED -> "Replied: interested";
            case MEETING_REQUEST -> "Replied: wants to meet";
            case QUESTION -> "Replied with a question";
            case NOT_INTERESTED -> "Replied: not interested, earns nothing";
            case UNSUBSCRIBE -> "Replied: wants no more mail, earns nothing";
            case WRONG_PERSON -> "Replied: the wrong person, earns nothing";
            case OUT_OF_OFFICE -> "Out of office";
            case OTHER -> "Replied";
        };
    }

    static String meeting(Touch touch) {
        return touch.type() == EventType.LEAD_MEETING_BOOKED ? "Booked a meeting" : "Held a meeting";
    }

    private static String email(Placed placed) {
        var step = placed.step();
        return step.isStepKnown() ? "e-mail " + step.step() : "an e-mail";
    }

    private static String delay(Placed placed) {
        var email = placed.email();
        if (email == null || email.inferred()) {
            return "";
        }
        long seconds = (placed.touch().atMs() - email.sentAtMs()) / 1000;
        return seconds >= 0 && seconds < 600 ? " (" + seconds + " s after the send)" : "";
    }
}
