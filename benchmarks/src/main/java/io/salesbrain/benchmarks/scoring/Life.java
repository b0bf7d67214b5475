package io.salesbrain.benchmarks.scoring;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventId;
import io.salesbrain.events.EventIdentity;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.StepVariant;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events of many leads: first each is sent its first e-mail, then things happen to them as often as the ranks of a Zipf
 * distribution say. Seeded, so that every run reads the same log.
 */
final class Life {
    private static final OrganizationId ORGANIZATION = new OrganizationId("bench");
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int CAMPAIGNS = 40;
    private static final int ACCOUNTS = 80;
    private static final int MOST_REPLIES = 8;
    private static final long SPREAD = 1_000_003;
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private static final String TEXT = "\"email_subject\":\"Planning after eight\",\"email_html\":\"<p>Hello,</p><p>we"
            + " have looked at how teams like yours plan their deliveries and where the hours go. In most depots a third of"
            + " the planning time is spent on changes that arrive after eight in the morning.</p><p>Would a short"
            + " conversation next week make sense?</p><p>Kind regards<br>Jona Beispiel</p>\",\"companyName\":\"Kunde"
            + " Spedition\",\"firstName\":\"Kim\",\"lastName\":\"Kunde\"}";

    private final int leads;
    private final Random random;
    private final int[] replies;
    private long number;

    Life(int leads, long seed) {
        this.leads = leads;
        this.random = new Random(seed);
        this.replies = new int[leads];
    }

    /** The first e-mail to one of the leads. */
    Event firstSend(int lead) {
        return event(lead, EventType.EMAIL_SENT, 1, number++);
    }

    Event next() {
        int rank = (int) Math.pow(leads, random.nextDouble()) - 1;
        int lead = (int) Long.remainderUnsigned(rank * SCATTER, leads);
        int step = 1 + random.nextInt(4);
        var type = type(random.nextInt(100));
        if (type == EventType.REPLY_RECEIVED && ++replies[lead] > MOST_REPLIES) {
            // Machines open without end; nobody answers without end.
            type = EventType.EMAIL_OPENED;
        }
        return event(lead, type, step, number++);
    }

    private static EventType type(int percent) {
        if (percent < 55) {
            return EventType.EMAIL_OPENED;
        }
        if (percent < 85) {
            return EventType.EMAIL_SENT;
        }
        return percent < 96 ? EventType.EMAIL_CLICKED : EventType.REPLY_RECEIVED;
    }

    private static Event event(int lead, EventType type, int step, long number) {
        var at = START.plusMillis(number % SPREAD * 2_000 + number / SPREAD);
        var email = "lead" + lead + "@kunde" + lead % 997 + ".example";
        var campaign = "5b0c1a52-9d0e-4f5b-8d4a-0000000000" + (10 + lead % CAMPAIGNS);
        var account = "jona" + lead % ACCOUNTS + "@sender.example";
        var variant = new StepVariant(0, step, 1 + lead % 2);
        var identity = new EventIdentity(
                type, type.label(), at.toEpochMilli(), "workspace", campaign, email, account, "", variant);
        return new Event(
                EventId.of(ORGANIZATION, identity),
                ORGANIZATION,
                type,
                type.label(),
                at,
                at,
                at,
                Set.of(),
                "workspace",
                campaign,
                "Spring outreach",
                email,
                account,
                variant,
                "",
                reply(type, number),
                "{\"timestamp\":\"" + at + "\",\"event_type\":\"" + type.label() + "\",\"campaign_id\":\"" + campaign
                        + "\",\"lead_email\":\"" + email + "\",\"email_account\":\"" + account + "\",\"step\":" + step
                        + "," + TEXT);
    }

    private static @Nullable ReplyContent reply(EventType type, long number) {
        return type == EventType.REPLY_RECEIVED
                ? new ReplyContent("Re: Planning", "Sounds good, what would it cost for " + number + " trucks?", "", "")
                : null;
    }
}
