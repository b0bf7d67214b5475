package io.salesbrain.testkit;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/** Histories no campaign would write: every type, lost sends, missing steps, equal instants, two campaigns. */
public final class RandomHistories {
    private static final List<EventType> TYPES = List.of(
            EventType.EMAIL_SENT,
            EventType.EMAIL_SENT,
            EventType.EMAIL_OPENED,
            EventType.EMAIL_OPENED,
            EventType.EMAIL_CLICKED,
            EventType.REPLY_RECEIVED,
            EventType.AUTO_REPLY_RECEIVED,
            EventType.EMAIL_BOUNCED,
            EventType.EMAIL_UNSUBSCRIBED,
            EventType.EMAIL_SPAM_REPORT,
            EventType.LEAD_INTERESTED,
            EventType.LEAD_NOT_INTERESTED,
            EventType.LEAD_MEETING_BOOKED,
            EventType.LEAD_MEETING_COMPLETED,
            EventType.LEAD_OUT_OF_OFFICE,
            EventType.LEAD_WRONG_PERSON,
            EventType.LEAD_NO_SHOW,
            EventType.LEAD_CLOSED,
            EventType.LEAD_COMPLETED);

    private static final List<EventType> FLOODING = List.of(
            EventType.EMAIL_OPENED,
            EventType.EMAIL_OPENED,
            EventType.EMAIL_CLICKED,
            EventType.EMAIL_CLICKED,
            EventType.EMAIL_SENT,
            EventType.EMAIL_BOUNCED,
            EventType.LEAD_NEUTRAL);

    private static final List<String> TEXTS = List.of(
            "Sounds good, can we talk on Tuesday?",
            "Please remove me from your list.",
            "No thanks, we are not interested.",
            "I am out of office until next Monday.",
            "Was kostet das?",
            "");

    private static final List<String> CAMPAIGNS = List.of("camp-1", "camp-1", "camp-1", "camp-2", "");

    private RandomHistories() {}

    /** Distinct events of one lead, in no order. */
    public static List<Event> ofOneLead(Random random, int size) {
        var events = new ArrayList<Event>();
        var ids = new HashSet<String>();
        while (events.size() < size) {
            var event = any(random);
            if (ids.add(event.eventId())) {
                events.add(event);
            }
        }
        return events;
    }

    /** Distinct events of several leads of one organization, in no order. */
    public static List<Event> ofSeveralLeads(Random random, int size) {
        var events = new ArrayList<Event>();
        var ids = new HashSet<String>();
        while (events.size() < size) {
            var lead = "lead" + random.nextInt(1 + size / 20) + "@kundin.example";
            var event = fixture(TYPES.get(random.nextInt(TYPES.size())), random)
                    .lead(lead)
                    .event();
            if (ids.add(event.eventId())) {
                events.add(event);
            }
        }
        return events;
    }

    /** An open, a click, a send or a bounce, of which machines cause many. */
    public static Event engagement(Random random) {
        return any(FLOODING.get(random.nextInt(FLOODING.size())), random);
    }

    private static Event any(Random random) {
        return any(TYPES.get(random.nextInt(TYPES.size())), random);
    }

    private static Event any(EventType type, Random random) {
        return fixture(type, random).event();
    }

    private static EventFixture fixture(EventType type, Random random) {
        return EventFixture.happened(type)
                .campaign(CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size())))
                .account(random.nextInt(4) == 0 ? "" : "sender" + random.nextInt(2) + "@acme.example")
                .step(random.nextInt(4), random.nextInt(3))
                .emailId(random.nextInt(3) == 0 ? "mail-" + random.nextInt(3) : "")
                .after(Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextInt(900) : random.nextInt(2_000_000)))
                .says(TEXTS.get(random.nextInt(TEXTS.size())));
    }
}
