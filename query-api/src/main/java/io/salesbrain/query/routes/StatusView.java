package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.StatusChange;
import io.salesbrain.query.api.Known;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a lead's status came about, each change with a sentence for the salesperson. */
@Says("One change of a lead's status.")
record StatusView(
        @Says("What it became.") LeadStatus status,
        @Says("When, by the time of the event.") Instant at,
        @Says("A sentence for the salesperson.") String why,
        @Says("The event that did it.") String eventId,

        @Says("Back from an absence; only where that is the status, null where the reply named no day.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Known<LocalDate> returnDate) {

    /** The oldest first. */
    static List<StatusView> history(LeadState state) {
        return state.statusHistory().stream().map(StatusView::of).toList();
    }

    private static StatusView of(StatusChange change) {
        return new StatusView(
                change.status(),
                change.at(),
                why(change),
                change.eventId(),
                change.status() == LeadStatus.OUT_OF_OFFICE ? new Known<>(change.returnDate()) : null);
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
