package io.salesbrain.ingest;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventId;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import io.salesbrain.ingest.body.BodyKind;
import io.salesbrain.ingest.body.BodyStream;
import io.salesbrain.ingest.body.Bytes;
import io.salesbrain.ingest.body.MalformedJson;
import io.salesbrain.ingest.body.StrictJson;
import io.salesbrain.ingest.body.Unit;
import io.salesbrain.ingest.instantly.Dialect;
import io.salesbrain.ingest.instantly.InstantlyPayload;
import io.salesbrain.ingest.instantly.Reading;
import io.salesbrain.ingest.limits.BodyLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Any bytes at all, read as a document, as lines and as either: what comes out is events that hold together, or
 * rejections of the closed list that can be stored, and never an exception.
 */
final class DecoderFuzz {
    private static final OrganizationId SENDER = new OrganizationId("acme");
    private static final OrganizationId OTHER_OWNER = new OrganizationId("client");
    private static final Instant ARRIVAL = Instant.parse("2026-03-04T12:00:00.000Z");
    private static final Duration MAX_AHEAD = Duration.ofMinutes(5);
    private static final int MAX_PIECE_BYTES = 7;

    private static final BodyReader BODIES = new BodyReader(BodyLimits.DEFAULT);
    private static final StrictJson WHOLE = new StrictJson(StrictJson.MAX_DEPTH, Set.of());

    private DecoderFuzz() {}

    /** The fuzzer's entrance. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        for (var kind : BodyKind.values()) {
            var found = read(new ByteArrayInputStream(input), kind);
            var inPieces = read(inPieces(input), kind);
            require(found.equals(inPieces), kind + " in pieces is " + inPieces + ", not " + found);
            requireSameJudgement(input, kind, found);
        }
    }

    /** What a body is for one kind; {@code refused} where it has no event at all. */
    private record Found(List<Reading<Event>> readings, Optional<Refusal> refused) {}

    private static Found read(InputStream sent, BodyKind kind) throws IOException {
        var readings = new ArrayList<Reading<Event>>();
        try (var body = BodyStream.open(sent, false, Integer.MAX_VALUE)) {
            var rejected = BODIES.read(body, kind, unit -> {
                var reading = read(unit);
                check(reading, unit);
                readings.add(reading);
            });
            rejected.ifPresent(document -> requireStorable(document.body(), document.reason(), document.detail()));
            return new Found(readings, rejected.map(BodyReader.RejectedDocument::refusal));
        } catch (RefusedException e) {
            require(e.refusal() == Refusal.EVENT_TOO_LARGE, "no refusal for what a body says: " + e.refusal());
            return new Found(readings, Optional.of(e.refusal()));
        }
    }

    private static Reading<Event> read(Unit unit) {
        return event(InstantlyPayload.read(unit));
    }

    private static Reading<Event> read(Bytes bytes) {
        return event(InstantlyPayload.read(bytes));
    }

    private static Reading<Event> event(Reading<InstantlyPayload> payload) {
        return payload.then(sound -> Dialect.identify(sound, id -> id.length() % 2 == 0 ? SENDER : OTHER_OWNER))
                .then(identified -> Dialect.normalise(identified, ARRIVAL));
    }

    private static void check(Reading<Event> reading, Unit unit) {
        switch (reading) {
            case Reading.Good<Event>(var event) -> requireConsistent(event);
            case Reading.Rejected<Event>(var reason, var detail) -> requireStorable(unit, reason, detail);
        }
    }

    private static void requireConsistent(Event event) {
        require(EventId.of(event.organizationId(), event.identity()).equals(event.eventId()), "another event_id");
        boolean ahead = event.sentAt().isAfter(ARRIVAL.plus(MAX_AHEAD));
        require(event.flags().equals(ahead ? Set.of(EventFlag.CLAMPED) : Set.of()), "flags are " + event.flags());
        require(event.at().equals(ahead ? ARRIVAL : event.sentAt()), "at is " + event.at());
        require(!event.name().isBlank(), "a type without a name");
        var needed = switch (event.type().concerns()) {
            case LEAD -> event.leadEmail();
            case CAMPAIGN -> event.campaignId();
            case ACCOUNT -> event.account();
            case ANYTHING -> event.name();
        };
        require(!needed.isEmpty(), "an event of type " + event.type() + " that does not say whose it is");
        require(event.logKey().startsWith(event.organizationId().value()), "the key is " + event.logKey());
        require(stored(Topics.EVENTS, event).equals(event), "what is stored differs from " + event);
        var again = read(Bytes.of(event.raw().getBytes(StandardCharsets.UTF_8)));
        require(again.equals(Reading.good(event)), "read again from what is kept it is " + again);
    }

    /** Whatever is set aside can be written to the log as it is, or a sender would be asked to come again for ever. */
    private static void requireStorable(Unit unit, QuarantineReason reason, String detail) {
        var set = new Quarantined("q", SENDER, reason, detail, unit.index(), "", 0, "", Map.of(), ARRIVAL);
        require(stored(Topics.QUARANTINE, set).equals(set), "what is set aside differs from " + set);
    }

    private static <T> T stored(Topic<String, T> topic, T value) {
        var serde = topic.valueSerde();
        var bytes = serde.serializer().serialize(topic.name(), value);
        return Objects.requireNonNull(serde.deserializer().deserialize(topic.name(), bytes), "a value became none");
    }

    /** Taken apart into units, a document is judged as the JSON parser judges it in one piece. */
    private static void requireSameJudgement(byte[] input, BodyKind kind, Found found) throws IOException {
        if (kind != BodyKind.DOCUMENT || input.length > Unit.MAX_BYTES) {
            return;
        }
        try (var body = BodyStream.open(new ByteArrayInputStream(input), false, Integer.MAX_VALUE)) {
            var bytes = Bytes.of(body.readAllBytes());
            boolean malformed = found.refused().equals(Optional.of(Refusal.MALFORMED_JSON));
            require(malformed != isWellFormed(bytes), "the parser disagrees: " + found);
        }
    }

    private static boolean isWellFormed(Bytes bytes) {
        try {
            WHOLE.readObject(bytes);
            return true;
        } catch (MalformedJson _) {
            return false;
        }
    }

    /** A stream that gives a few bytes at a time. */
    private static InputStream inPieces(byte[] input) {
        return new ByteArrayInputStream(input) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + pos % MAX_PIECE_BYTES));
            }
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
