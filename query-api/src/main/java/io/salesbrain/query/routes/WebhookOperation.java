package io.salesbrain.query.routes;

import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import io.salesbrain.query.api.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the receiver says of itself. It is a module of its own, in front of the server's table of routes and perhaps in another
 * process; whoever reads the description wants to find it there.
 */
public final class WebhookOperation {
    private static final String EVENT = "{\"event_type\":\"reply_received\",\"timestamp\":\"2026-03-04T09:30:00Z\","
            + "\"workspace\":\"w-1\",\"campaign_id\":\"campaign-1\",\"campaign_name\":\"Spring\","
            + "\"lead_email\":\"ada@example.com\",\"email_account\":\"sales@agency.example\",\"step\":1,\"variant\":1,"
            + "\"reply_subject\":\"Re: Hello\",\"reply_text\":\"Sounds good, can we talk on Tuesday?\"}";

    public static final Operation POST = Operation.says(Tag.WEBHOOK, "Takes Instantly's events.")
            .more(
                    "One object, an array of objects, or lines (NDJSON), plain or gzip. It answers when the log has them durably;"
                            + " an event that is sent again is accepted and counts once. What cannot be read is set aside with a reason,"
                            + " and can be replayed. Fields that are not listed here are kept.")
            .takes(EventSent.class, EVENT)
            .takesText("application/x-ndjson", EVENT + "\n")
            .answers(202, "They are in the log.", Received.class)
            .fails(408, "The body came too slowly.")
            .fails(413, "A single event is larger than 1 MiB.")
            .fails(415, "The media type, charset or encoding is not one that is read.")
            .fails(429, "This organization sends more than it may; Retry-After says when to go on.");

    @Says("What became of the events of a request.")
    record Received(
            @Says("In the log, those sent before included.") int accepted,
            @Says("Set aside.") int quarantined,
            @Says("Why, for the first of those set aside.") List<Refused> reasons) {}

    @Says("Why an event was set aside.")
    record Refused(
            @Says("Its place in the request, from 0.") int index,
            @Says("One word for programs.") String code,
            @Says("One sentence for people.") String message) {}

    @Says("An event as Instantly sends it: flat, with whatever fields the lead has.")
    record EventSent(
            @Says("What happened; an unknown name is kept as a custom event.") @Bounds
            String eventType,

            @Says("When: RFC 3339 with an offset.") @Bounds(format = "date-time")
            String timestamp,

            @Says("Instantly's id of the workspace.") @Bounds @Nullable
            String workspace,

            @Says("Instantly's id of the campaign.") @Bounds @Nullable
            String campaignId,

            @Says("For people.") @Bounds @Nullable String campaignName,

            @Says("The lead's address; an event of a lead needs it, or email.") @Bounds @Nullable
            String leadEmail,

            @Says("The mailbox.") @Bounds @Nullable String emailAccount,

            @Says("Which e-mail of the campaign, from 1.") @Nullable
            Integer step,

            @Says("Which variant of it, from 1.") @Nullable Integer variant,
            @Says("Of a reply.") @Bounds @Nullable String replySubject,
            @Says("Of a reply.") @Bounds @Nullable String replyText,
            @Says("Of a reply.") @Bounds @Nullable String replyHtml)
            implements Sent {}

    private WebhookOperation() {}
}
