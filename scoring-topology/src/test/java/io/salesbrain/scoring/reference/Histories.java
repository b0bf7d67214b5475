package io.salesbrain.scoring.reference;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventId;
import io.salesbrain.events.EventIdentity;
import io.salesbrain.events.EventType;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.events.StepVariant;
import io.salesbrain.testkit.EventFixture;
import io.salesbrain.testkit.RandomHistories;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Random histories of one organization each, in the order in which they arrive. Small worlds, so that the rules meet:
 * few campaigns, steps and texts, instants that repeat or lie just inside and just outside the ten minutes of a reply.
 */
final class Histories {
    private static final List<EventType> TYPES = List.of(EventType.values()).stream()
            .filter(type -> type != EventType.CAMPAIGN_STARTED && type != EventType.CAMPAIGN_PAUSED)
            .filter(type -> type != EventType.ACCOUNT_ERROR && type != EventType.ACCOUNT_SUSPENDED)
            .toList();
    private static final List<EventType> ORDINARY = List.of(
            EventType.EMAIL_SENT,
            EventType.EMAIL_SENT,
            EventType.EMAIL_OPENED,
            EventType.EMAIL_CLICKED,
            EventType.REPLY_RECEIVED,
            EventType.REPLY_RECEIVED,
            EventType.AUTO_REPLY_RECEIVED);
    /** Most replies of campaigns, and those on which points, status and rates hang. */
    private static final List<String> TEXTS = List.of(
            "Sounds good, can we talk on Tuesday?",
            "Please remove me from your list.",
            "No thanks, we are not interested.",
            "I am out of office until next Monday.",
            "I no longer work there, please ask my colleague.",
            "Was kostet das?",
            "Hm.");

    private static final List<String> CAMPAIGNS = List.of("camp-1", "camp-1", "camp-1", "camp-2", "camp-3", "");
    private static final List<String> ACCOUNTS =
            List.of("sender1@acme.example", "sender1@acme.example", "sender2@acme.example", "");
    private static final List<String> SUBJECTS = List.of("Hello", "Re: Hello", "AW: hello ", "Fwd: Re: Offer", "Offer");
    private static final List<Duration> GAPS = List.of(
            Duration.ZERO,
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(4),
            Duration.ofMinutes(10),
            Duration.ofMillis(600_001),
            Duration.ofHours(1),
            Duration.ofDays(3),
            Duration.ofDays(7));

    private final Random random;
    private final OrganizationId organization;
    private final List<Event> events = new ArrayList<>();

    private Histories(OrganizationId organization, Random random) {
        this.organization = organization;
        this.random = random;
    }

    /** The same history for the same seed. */
    static List<Input> of(long seed) {
        var organization = new OrganizationId("org" + seed);
        var histories = new Histories(organization, new Random(seed));
        return histories.shuffledAndDuplicated(histories.inputs());
    }

    private List<Input> inputs() {
        int size = 1 + random.nextInt(random.nextInt(4) == 0 ? 45 : 14);
        if (random.nextInt(5) == 0) {
            RandomHistories.ofSeveralLeads(random, size).forEach(this::moved);
        } else {
            int leads = 1 + random.nextInt(2);
            while (events.size() < size) {
                var lead = "lead" + random.nextInt(leads) + "@kundin.example";
                events.add(any(lead, random.nextBoolean() ? pick(ORDINARY) : pick(TYPES)));
                alsoDelivered(events.getLast());
            }
        }
        var inputs = new ArrayList<Input>();
        events.forEach(event -> inputs.add(new Input.Arrived(event)));
        inputs.addAll(corrections());
        return inputs;
    }

    private void moved(Event event) {
        events.add(rebuilt(event, event.type(), event.sentAt(), event.at(), event.emailId(), event.reply()));
    }

    private Event any(String lead, EventType type) {
        var campaign = pick(CAMPAIGNS);
        int step = random.nextInt(4);
        int sequence = step > 0 && random.nextInt(6) == 0 ? 1 : 0;
        var at = instant();
        boolean clamped = random.nextInt(20) == 0;
        var name = type == EventType.CUSTOM ? "Discovery call" : type.label();
        var raw = random.nextInt(4) == 0
                ? "{\"unibox_url\":\"https://app.instantly.ai/app/unibox?thread_search=thread:t" + random.nextInt(3)
                        + "&selected_wks=w\"}"
                : Json.write(Map.of("event_type", name));
        return event(
                new EventIdentity(
                        type,
                        name,
                        at.plusSeconds(clamped ? 3_600 + random.nextInt(2) : 0).toEpochMilli(),
                        random.nextInt(8) == 0 ? "workspace" : "",
                        type == EventType.CAMPAIGN_COMPLETED && campaign.isEmpty() ? "camp-1" : campaign,
                        lead,
                        pick(ACCOUNTS),
                        random.nextInt(4) == 0 ? "mail-" + random.nextInt(4) : "",
                        new StepVariant(sequence, step, random.nextInt(3))),
                at,
                Replies.REPLIES.contains(type) ? content() : null,
                raw);
    }

    private ReplyContent content() {
        var text = pick(TEXTS);
        return new ReplyContent(pick(SUBJECTS), random.nextInt(4) == 0 ? quoting(text) : text, "", "");
    }

    private static String quoting(String text) {
        return text + "\n\nOn Mon, Mar 2, 2026 at 9:00 AM Max <max@acme.example> wrote:\n> Hello\n> again\n";
    }

    /** A reply comes again: as the other type, with an id, later, or with what it quotes. */
    private void alsoDelivered(Event reply) {
        var content = reply.reply();
        if (content == null || random.nextInt(3) != 0) {
            return;
        }
        var type = random.nextBoolean() ? EventType.AUTO_REPLY_RECEIVED : EventType.REPLY_RECEIVED;
        var at = reply.at().plus(pick(GAPS));
        var emailId = random.nextInt(3) == 0 ? reply.emailId() : "";
        var again =
                random.nextInt(3) == 0 ? new ReplyContent(content.subject(), quoting(content.text()), "", "") : content;
        events.add(rebuilt(reply, type, at, at, emailId, again));
    }

    /** A history spreads over weeks, but many events lie close to another one. */
    private Instant instant() {
        if (!events.isEmpty() && random.nextInt(2) == 0) {
            var near = pick(events).at();
            return random.nextBoolean() ? near.plus(pick(GAPS)) : near.minus(pick(GAPS));
        }
        return EventFixture.START.plusSeconds(random.nextInt(2_000_000));
    }

    private Event rebuilt(
            Event event, EventType type, Instant sentAt, Instant at, String emailId, @Nullable ReplyContent reply) {
        var identity = new EventIdentity(
                type,
                type.label(),
                sentAt.toEpochMilli(),
                event.workspace(),
                event.campaignId(),
                event.leadEmail(),
                event.account(),
                emailId,
                event.step());
        return event(identity, at, reply, event.raw());
    }

    private Event event(EventIdentity identity, Instant at, @Nullable ReplyContent reply, String raw) {
        var sentAt = Instant.ofEpochMilli(identity.sentAtMs());
        return new Event(
                EventId.of(organization, identity),
                organization,
                identity.type(),
                identity.name(),
                sentAt,
                at,
                at.plusSeconds(1),
                sentAt.equals(at) ? Set.of() : Set.of(EventFlag.CLAMPED),
                identity.workspace(),
                identity.campaignId(),
                "Campaign " + identity.campaignId(),
                identity.leadEmail(),
                identity.account(),
                identity.step(),
                identity.emailId(),
                reply,
                raw);
    }

    /** Never two of one reply at the same instant: which of those is the latest nobody can say. */
    private List<Input> corrections() {
        var corrections = new ArrayList<Input>();
        var days = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
        Collections.shuffle(days, random);
        for (var event : events) {
            boolean corrected = event.reply() != null && random.nextInt(5) == 0;
            for (int i = 0; corrected && i < 1 + random.nextInt(2); i++) {
                boolean takenBack = random.nextInt(9) == 0;
                var said = pick(List.of(ReplyCategory.values()));
                corrections.add(new Input.Corrected(new ReplyCorrection(
                        organization,
                        event.leadEmail(),
                        event.eventId(),
                        takenBack ? null : said,
                        "Lena",
                        EventFixture.START.plus(Duration.ofDays(days.removeLast())))));
            }
        }
        return corrections;
    }

    private List<Input> shuffledAndDuplicated(List<Input> inputs) {
        var arriving = new ArrayList<>(inputs);
        for (var input : inputs) {
            if (random.nextInt(4) == 0) {
                arriving.add(input);
            }
        }
        Collections.shuffle(arriving, random);
        return arriving;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
