package io.salesbrain.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.ingest.StepCounters.Step;
import io.salesbrain.ingest.body.BodyKind;
import io.salesbrain.ingest.body.BodyStream;
import io.salesbrain.ingest.body.BodyTooLarge;
import io.salesbrain.ingest.body.SpoolsTaken;
import io.salesbrain.ingest.body.Unit;
import io.salesbrain.ingest.instantly.Dialect;
import io.salesbrain.ingest.instantly.Identified;
import io.salesbrain.ingest.instantly.InstantlyPayload;
import io.salesbrain.ingest.instantly.Reading;
import io.salesbrain.log.LogWriter;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.Principal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a webhook, in this order: authenticate, limit, and then for each event in it decode, identify,
 * normalise, publish. Each step lets pass or names one reason of a closed list, and counts what it did.
 */
final class WebhookPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookPipeline.class);
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");

    private final IngestConfig config;
    private final Directory directory;
    private final LogWriter log;
    private final Clock clock;
    private final StepCounters counters;
    private final Counter foreignWorkspaces;
    private final Gate gate;
    private final BodyReader bodies;

    WebhookPipeline(IngestConfig config, Directory directory, LogWriter log, MeterRegistry metrics, Clock clock) {
        this.config = config;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
        this.counters = new StepCounters(metrics);
        this.foreignWorkspaces = Counter.builder("salesbrain.ingest.foreign_workspace")
                .description("Accepted events that named a workspace known not to be the sender's.")
                .register(metrics);
        this.gate = new Gate(config.maxRequests());
        this.bodies = new BodyReader(config);
    }

    /** Takes a request through all steps; returns only when the log durably has what the answer says. */
    Answer receive(WebhookRequest request) {
        try {
            var sender = authenticate(request);
            gate.enter();
            try {
                var batch = new Batch(log, config, sender.organizationId(), request.headers());
                read(limit(request), batch);
                counters.count(Step.LIMIT, StepCounters.OK);
                return batch.answer();
            } finally {
                gate.leave();
            }
        } catch (RefusedException e) {
            counters.count(e.refusal().step(), e.refusal().code());
            return Answer.refused(e.refusal(), e.taken());
        }
    }

    private void take(Unit unit, Batch batch) throws RefusedException {
        var receivedAt = now();
        publish(read(unit, batch.sender(), receivedAt), unit, receivedAt, batch);
    }

    private Reading<Event> read(Unit unit, OrganizationId sender, Instant receivedAt) {
        return counted(Step.DECODE, decode(unit))
                .then(payload -> counted(Step.IDENTIFY, identify(payload, sender)))
                .then(identified -> counted(Step.NORMALISE, Dialect.normalise(identified, receivedAt)))
                .then(event -> Reading.good(watched(event, sender)));
    }

    /** The credential alone says whose an event is; a body that claims another workspace is worth a person's look. */
    private Event watched(Event event, OrganizationId sender) {
        if (!directory.isForeignWorkspace(sender, event.workspace())) {
            return event;
        }
        foreignWorkspaces.increment();
        return event.flagged(EventFlag.FOREIGN_WORKSPACE);
    }

    /**
     * Takes a quarantined delivery through the steps once more, as of its own arrival. What is still rejected is not
     * set aside a second time, and of what was too large there is too little to try.
     */
    ReplayOutcome replay(Quarantined set) throws RefusedException, IOException {
        var kept = Base64.getDecoder().decode(set.rawBase64());
        if (kept.length < set.sizeBytes()) {
            return new ReplayOutcome(0, 1);
        }
        var batch = new Batch(log, config, set.organizationId(), Map.of());
        var rejections = new AtomicInteger();
        var rejected = bodies.read(new ByteArrayInputStream(kept), BodyKind.DOCUMENT, unit -> {
            switch (read(unit, set.organizationId(), set.receivedAt())) {
                case Reading.Good<Event>(var event) -> batch.event(event);
                case Reading.Rejected<Event> _ -> rejections.incrementAndGet();
            }
        });
        settle(batch);
        return new ReplayOutcome(batch.accepted(), rejections.get() + (rejected.isPresent() ? 1 : 0));
    }

    private Principal.WebhookSecret authenticate(WebhookRequest request) throws RefusedException {
        var bearer = BEARER.matcher(request.header("authorization").orElse("").strip());
        if (!bearer.matches()) {
            throw new RefusedException(Refusal.MISSING_CREDENTIAL);
        }
        var principal = directory
                .authenticate(bearer.group(1))
                .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_CREDENTIAL));
        return switch (principal) {
            case Principal.WebhookSecret secret -> {
                counters.count(Step.AUTHENTICATE, StepCounters.OK);
                yield secret;
            }
            case Principal.Admin _, Principal.OrganizationKey _ -> throw new RefusedException(Refusal.WRONG_CREDENTIAL);
        };
    }

    /** A body that may be read, and how. */
    private record LimitedBody(InputStream sent, BodyKind kind, boolean gzip, long maxBytes) {}

    private LimitedBody limit(WebhookRequest request) throws RefusedException {
        var kind = BodyKind.of(request.header("content-type"))
                .orElseThrow(() -> new RefusedException(Refusal.UNSUPPORTED_TYPE));
        var encoding = request.header("content-encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        boolean gzip = encoding.equals("gzip");
        if (!gzip && !encoding.isEmpty() && !encoding.equals("identity")) {
            throw new RefusedException(Refusal.UNSUPPORTED_ENCODING);
        }
        long maxBytes = kind == BodyKind.LINES ? config.maxLinesBytes() : config.maxDocumentBytes();
        if (request.contentLength() > maxBytes) {
            throw new RefusedException(Refusal.BODY_TOO_LARGE);
        }
        return new LimitedBody(request.body(), kind, gzip, maxBytes);
    }

    private void read(LimitedBody limited, Batch batch) throws RefusedException {
        try (var body = BodyStream.open(limited.sent(), limited.gzip(), limited.maxBytes())) {
            int first = body.read();
            if (first < 0) {
                throw new RefusedException(Refusal.EMPTY_BODY);
            }
            body.unread(first);
            var rejected = bodies.read(body, limited.kind(), unit -> take(unit, batch));
            if (rejected.isPresent()) {
                var document = rejected.get();
                batch.quarantine(document.body(), document.reason(), document.detail(), now());
            }
            settle(batch);
            if (rejected.isPresent()) {
                throw new RefusedException(rejected.get().refusal());
            }
        } catch (BodyTooLarge _) {
            throw brokenOff(Refusal.BODY_TOO_LARGE, batch);
        } catch (SpoolsTaken _) {
            throw new RefusedException(Refusal.BUSY);
        } catch (IOException e) {
            LOG.debug("a body could not be read to its end: {}", e.toString());
            throw brokenOff(Refusal.UNREADABLE_BODY, batch);
        }
    }

    /** Lines read before the damage stay. */
    private RefusedException brokenOff(Refusal refusal, Batch batch) throws RefusedException {
        settle(batch);
        return new RefusedException(refusal, Map.of("accepted", batch.accepted(), "quarantined", batch.quarantined()));
    }

    private static Reading<InstantlyPayload> decode(Unit unit) {
        return switch (unit) {
            case Unit.Whole whole -> InstantlyPayload.read(whole.bytes());
            case Unit.TooLarge _ -> Reading.rejected(QuarantineReason.TOO_LARGE, "");
        };
    }

    private Reading<Identified> identify(InstantlyPayload payload, OrganizationId sender) {
        return Dialect.identify(payload, campaignId -> directory.ownerOf(sender, campaignId));
    }

    private static void publish(Reading<Event> reading, Unit unit, Instant receivedAt, Batch batch)
            throws RefusedException {
        switch (reading) {
            case Reading.Good<Event>(var event) -> batch.event(event);
            case Reading.Rejected<Event>(var reason, var detail) -> batch.quarantine(unit, reason, detail, receivedAt);
        }
    }

    private void settle(Batch batch) throws RefusedException {
        batch.settle();
        counters.count(Step.PUBLISH, StepCounters.OK, batch.accepted());
        counters.count(Step.PUBLISH, StepCounters.QUARANTINED, batch.quarantined());
    }

    private <T> Reading<T> counted(Step step, Reading<T> reading) {
        switch (reading) {
            case Reading.Good<T> _ -> counters.count(step, StepCounters.OK);
            case Reading.Rejected<T> rejected ->
                counters.count(step, rejected.reason().code());
        }
        return reading;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Takes no more requests and waits for those under way; false when some were not done in time. */
    boolean stop() throws InterruptedException {
        return gate.closeAndAwaitEmpty(config.closePatience());
    }
}
