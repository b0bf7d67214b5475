package io.salesbrain.e2e;

import java.time.Instant;
import java.util.List;

/** One lead from the send to the meeting, as Instantly delivers it: 10 + 25 + 50 + 100 points. */
final class FiveEvents {
    static final String LEAD = "anna@kundin.example";
    static final String CAMPAIGN = "6f1ed1a2-0000-4000-8000-000000000001";
    static final int POINTS = 185;

    private FiveEvents() {}

    /** The first lies at {@code start}, the last an hour after it; the same start gives the same events. */
    static List<String> payloads(Instant start) {
        return List.of(
                event(start, "email_sent", 0, "\"is_first\":true"),
                event(start, "email_opened", 600, "\"is_first\":true"),
                event(start, "link_clicked", 660, "\"is_first\":true"),
                event(
                        start,
                        "reply_received",
                        1800,
                        "\"reply_text\":\"Sounds good, can we talk on Tuesday?\",\"reply_subject\":\"Re: Hello\""),
                event(start, "lead_meeting_booked", 3600, "\"is_first\":true"));
    }

    private static String event(Instant start, String type, long afterSeconds, String more) {
        return "{\"event_type\":\"" + type + "\",\"timestamp\":\"" + start.plusSeconds(afterSeconds)
                + "\",\"workspace\":\"w-1\",\"campaign_id\":\"" + CAMPAIGN
                + "\",\"campaign_name\":\"Spring\",\"lead_email\":\"" + LEAD
                + "\",\"email_account\":\"sales@agency.example\",\"step\":1,\"variant\":1," + more + "}";
    }
}
