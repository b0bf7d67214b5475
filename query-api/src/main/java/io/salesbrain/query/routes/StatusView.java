package io.salesbrain.query.routes;

import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.StatusChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a lead's status came about, each change with a sentence for the salesperson. */
final class StatusView {
    private StatusView() {}

    /** The oldest first. */
    static List<Map<String, @Nullable Object>> history(LeadState state) {
        return state.statusHistory().stream().map(StatusView::of).toList();
    }

    private static Map<String, @Nullable Object> of(StatusChange change) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("status", change.status());
        view.put("at", change.at());
        view.put("why", why(change));
        view.put("event_id", change.eventId());
        if (change.status() == LeadStatus.OUT_OF_OFFICE) {
            view.put("return_date", change.returnDate());
        }
        return view;
    }

    static String why(StatusChange change) {
        return switch (change.status()) {
            case NEW -> "Nothing was sent yet";
            case CONTACTED -> "An e-mail was sent";
            case ENGAGED -> change.cause() == EventType.EMAIL_CLICKED ? "Clicked a link" : "Opened an e-mail";
            case REPLIED -> "Replied";
            case INTERESTED -> said(change, "interested");
            case MEETING_BOOKED -> "A meeting was booked";
            case MEETING_COMPLETED -> "A meeting was held";
            case WON -> "Closed as won";
            case NOT_INTERESTED -> said(change, "not interested");
            case WRONG_PERSON -> said(change, "the wrong person");
            case OUT_OF_OFFICE ->
                change.returnDate() == null ? "Out of office" : "Out of office, back on " + change.returnDate();
            case NO_SHOW -> "Did not come to the meeting";
            case UNSUBSCRIBED -> unsubscribed(change.cause());
            case BOUNCED -> "An e-mail came back as undeliverable";
            case COMPLETED -> "The campaign's e-mails are through without a reply";
            case LOST -> "Marked as lost";
        };
    }

    private static String unsubscribed(EventType cause) {
        return switch (cause) {
            case EMAIL_SPAM_REPORT -> "Reported an e-mail as spam";
            case EMAIL_UNSUBSCRIBED -> "Unsubscribed";
            default -> "The reply asks for no more mail";
        };
    }

    /** By a reply as it was read, or by somebody's label. */
    private static String said(StatusChange change, String what) {
        boolean byReply = change.cause() == EventType.REPLY_RECEIVED || change.cause() == EventType.AUTO_REPLY_RECEIVED;
        return byReply ? "Replied: " + what : "Labelled in Instantly: " + what;
    }
}
