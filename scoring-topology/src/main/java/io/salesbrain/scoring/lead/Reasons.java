package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why an event counts, in words for a salesperson. */
final class Reasons {
    private static final double CERTAIN = 0.8;
    private static final double DOUBTFUL = 0.5;
    private static final int MOST_NAMED = 3;
    private static final long MS_PER_SECOND = 1_000;

    private Reasons() {}

    /** What speaks against a person is named, the strongest first, where it makes a difference. */
    static String signal(Placed placed, double human, Set<Evidence> evidence) {
        boolean open = placed.touch().type() == EventType.EMAIL_OPENED;
        var what = (open ? "Opened " : "Clicked a link in ") + email(placed);
        if (human >= CERTAIN) {
            return what;
        }
        var why = evidence.stream()
                .filter(each -> each.logOdds() < 0 && !each.words().isEmpty())
                .sorted(Comparator.comparingDouble(Evidence::logOdds))
                .limit(MOST_NAMED)
                .map(each -> words(each, placed))
                .collect(Collectors.joining("; "));
        var verdict = what + (human >= DOUBTFUL ? ", possibly a machine" : ", probably a machine");
        return why.isEmpty() ? verdict : verdict + ": " + why;
    }

    private static String words(Evidence evidence, Placed placed) {
        var email = placed.email();
        return evidence.isSoonAfterSend() && email != null
                ? (placed.touch().atMs() - email.sentAtMs()) / MS_PER_SECOND + " s after the send"
                : evidence.words();
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
}
