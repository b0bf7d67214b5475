package io.salesbrain.clickhouse.sink;

import com.fasterxml.jackson.core.JsonToken;
import io.salesbrain.classifier.text.VisibleText;
import io.salesbrain.events.Event;
import io.salesbrain.events.Json;
import io.salesbrain.events.PayloadField;
import java.io.IOException;

/** Sends and replies as the search finds them: with what is new in them, for what they quote was found before. */
final class Letters {
    /** The parts of a message; empty where absent. */
    private record Parts(String subject, String text, String html) {}

    private Letters() {}

    static boolean isOne(Event event) {
        return switch (event.type()) {
            case EMAIL_SENT, REPLY_RECEIVED, AUTO_REPLY_RECEIVED ->
                !event.leadEmail().isEmpty();
            default -> false;
        };
    }

    static byte[] row(Event event) {
        var parts = parts(event);
        return JsonRow.write(
                row -> row.text("organization_id", event.organizationId().value())
                        .instant("at", event.at())
                        .text("event_id", event.eventId())
                        .text("type", event.type().label())
                        .text("lead_email", event.leadEmail())
                        .text("campaign_id", event.campaignId())
                        .instant("received_at", event.receivedAt())
                        .text("subject", parts.subject())
                        .text("text", VisibleText.of("", parts.text(), parts.html())));
    }

    private static Parts parts(Event event) {
        var reply = event.reply();
        if (reply == null) {
            return sent(event.raw());
        }
        var text = reply.text().isBlank() && reply.html().isBlank() ? reply.snippet() : reply.text();
        return new Parts(reply.subject(), text, reply.html());
    }

    private static Parts sent(String raw) {
        var subject = "";
        var text = "";
        var html = "";
        try (var parser = Json.MAPPER.getFactory().createParser(raw)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Parts("", "", "");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    parser.skipChildren();
                } else if (name.equals(PayloadField.EMAIL_SUBJECT.label())) {
                    subject = parser.getText();
                } else if (name.equals(PayloadField.EMAIL_TEXT.label())) {
                    text = parser.getText();
                } else if (name.equals(PayloadField.EMAIL_HTML.label())) {
                    html = parser.getText();
                }
            }
        } catch (IOException e) {
            // The delivery was read before; whatever is odd about it here is no reason to lose the message.
            return new Parts(subject, text, html);
        }
        return new Parts(subject, text, html);
    }
}
