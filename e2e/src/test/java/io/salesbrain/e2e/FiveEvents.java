package io.salesbrain.e2e;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One lead from the send to the meeting, as Instantly delivers it: 10 + 25 + 50 + 100 points. */
final class FiveEvents {
    static final String LEAD = "anna@kundin.example";
    static final String CAMPAIGN = "6f1ed1a2-0000-4000-8000-000000000001";
    static final int POINTS = 185;

    private static final Instant START =
            Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

    private FiveEvents() {}

    static List<String> payloads() {
        return List.of(
                event("email_sent", 0, "\"is_first\":true"),
                event("email_opened", 600, "\"is_first\":true"),
                event("link_clicked", 660, "\"is_first\":true"),
                event(
                        "reply_received",
                        1800,
                        "\"reply_text\":\"Sounds good, can we talk on Tuesday?\",\"reply_subject\":\"Re: Hello\""),
                event("lead_meeting_booked", 3600, "\"is_first\":true"));
    }

    private static String event(String type, long afterSeconds, String more) {
        return "{\"event_type\":\"" + type + "\",\"timestamp\":\"" + START.plusSeconds(afterSeconds)
                + "\",\"workspace\":\"w-1\",\"campaign_id\":\"" + CAMPAIGN
                + "\",\"campaign_name\":\"Spring\",\"lead_email\":\"" + LEAD
                + "\",\"email_account\":\"sales@agency.example\",\"step\":1,\"variant\":1," + more + "}";
    }
}
