package io.salesbrain.scoring.lead;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadColumns;
import java.util.List;

/**
 * Which security gateway the lead's mail goes through, by Instantly's {@code esg_code}, where a send carries it among
 * the lead's columns: webhooks do so only for customers who have this column in their lists.
 */
final class Gateway {
    /** None, or not told. */
    static final int UNKNOWN = 0;

    private static final int MOST_DIGITS = 3;
    private static final String COLUMN = "esg_code";

    private Gateway() {}

    /** Only sends carry columns; most of them not this one, and to look for its name is all they cost. */
    static int told(Event event) {
        if (event.type() != EventType.EMAIL_SENT || !event.raw().contains(COLUMN)) {
            return UNKNOWN;
        }
        var delivery = new LeadColumns.Delivery(event.at(), event.eventId(), event.raw());
        return code(LeadColumns.of(List.of(delivery)).getOrDefault(COLUMN, ""));
    }

    /** A whole number, plain or as text; anything else says nothing. */
    private static int code(String json) {
        var digits =
                json.startsWith("\"") ? json.substring(1, json.length() - 1).strip() : json;
        boolean isCode = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isCode ? Integer.parseInt(digits) : UNKNOWN;
    }
}
