package io.salesbrain.benchmarks.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Webhook bodies as Instantly sends them for an e-mail that was sent, about 1.2 KB each and all different. */
final class Payload {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int LEADS = 50_000;

    private static final String LETTER =
            "<p>Hello,</p><p>we have looked at how teams like yours plan their deliveries and"
                    + " where the hours go. In most depots a third of the planning time is spent on changes that arrive after"
                    + " eight in the morning.</p><p>Would a short conversation next week make sense? I can show two examples"
                    + " from companies of your size, with figures, and what did not work there.</p><p>Kind regards<br>Jona"
                    + " Beispiel<br>Example Logistics Software<br>Musterweg 1, 12345 Beispielstadt</p>";

    private Payload() {}

    /** The i-th event; no two have the same identity. */
    static byte[] event(long i) {
        var at = START.plus(i % 1_000_003, ChronoUnit.SECONDS).plusMillis(i / 1_000_003);
        var lead = "lead" + i % LEADS + "@kunde" + i % 997 + ".example";
        return ("{\"timestamp\":\"" + at
                        + "\",\"event_type\":\"email_sent\",\"workspace\":\"0b6f9d8e-3a52-4b8e-9a57-7f0f1d2c3b4a\","
                        + "\"campaign_id\":\"5b0c1a52-9d0e-4f5b-8d4a-0000000000" + (10 + i % 40)
                        + "\",\"campaign_name\":\"Spring outreach\",\"lead_email\":\"" + lead
                        + "\",\"email_account\":\"jona" + i % 8
                        + "@sender.example\",\"unibox_url\":null,\"is_first\":true,\"step\":" + (1 + i % 4)
                        + ",\"variant\":" + (1 + i % 2)
                        + ",\"email_subject\":\"Planning after eight\",\"email_html\":\"" + LETTER
                        + "\",\"email\":\"" + lead
                        + "\",\"firstName\":\"Kim\",\"lastName\":\"Kunde\",\"companyName\":\"Kunde Spedition\",\"website\":\"https://kunde.example\",\"phone\":null,\"personalization\":\"saw your depot\",\"fleet_size\":\"42\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
