package io.salesbrain.benchmarks.api;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A month of one agency: each lead got an e-mail, some opened it, few clicked or answered; then what comes in while it is measured. */
final class Traffic {
    static final int CAMPAIGNS = 40;
    static final int ACCOUNTS = 20;
    private static final List<String> ANSWERS = List.of(
            "Sounds good, can we talk on Tuesday?",
            "Danke, aber wir haben keinen Bedarf.",
            "What does it cost for ten people?",
            "Ich bin bis Montag nicht im Büro.",
            "Please take me off your list.");

    private final Random random = new Random(1);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final int leads;

    Traffic(int leads) {
        this.leads = leads;
    }

    static String lead(long i) {
        return "lead" + i + "@customer" + i % 997 + ".example";
    }

    static String campaign(long i) {
        return "campaign-" + i % CAMPAIGNS;
    }

    static String account(long i) {
        return "box" + i % ACCOUNTS + "@agency.example";
    }

    int leads() {
        return leads;
    }

    /** Everything the lead did in that month, a line each. */
    List<String> history(int lead) {
        var events = new ArrayList<String>();
        var sent = now.minus(Duration.ofMinutes(60 + random.nextInt(30 * 24 * 60)));
        events.add(event("email_sent", lead, sent, ""));
        if (random.nextInt(100) < 45) {
            events.add(event("email_opened", lead, sent.plusSeconds(60 + random.nextInt(3_000)), ""));
        }
        if (random.nextInt(100) < 6) {
            events.add(event("link_clicked", lead, sent.plusSeconds(120 + random.nextInt(3_000)), ""));
        }
        if (random.nextInt(100) < 4) {
            var answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
            events.add(event("reply_received", lead, sent.plusSeconds(600 + random.nextInt(2_900)), answer));
        }
        return events;
    }

    /** The i-th event while it is measured, of a lead that is known. */
    String live(long i) {
        var type = i % 25 == 0
                ? "reply_received"
                : i % 4 == 0 ? "email_sent" : i % 10 == 1 ? "link_clicked" : "email_opened";
        var text = type.equals("reply_received") ? ANSWERS.get((int) (i / 25 % ANSWERS.size())) : "";
        return event(type, (int) (i * 7_919 % leads), Instant.now().truncatedTo(ChronoUnit.MILLIS), text);
    }

    private static String event(String type, int lead, Instant at, String text) {
        return "{\"event_type\":\"" + type + "\",\"timestamp\":\"" + at + "\",\"campaign_id\":\"" + campaign(lead)
                + "\",\"campaign_name\":\"Campaign " + lead % CAMPAIGNS + "\",\"lead_email\":\"" + lead(lead)
                + "\",\"email_account\":\"" + account(lead) + "\",\"step\":1,\"variant\":" + (1 + lead % 2)
                + ",\"firstName\":\"Kim\",\"companyName\":\"Customer " + lead % 997 + "\""
                + (text.isEmpty() ? "" : ",\"reply_subject\":\"Re: Planning\",\"reply_text\":\"" + text + "\"") + "}";
    }
}
