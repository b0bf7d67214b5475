package io.salesbrain.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.Event;
import io.salesbrain.events.OrganizationId;
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
import io.salesbrain.ingest.limits.BodyTooSlow;
import io.salesbrain.ingest.limits.Gate;
import io.salesbrain.ingest.limits.Gate.Entry;
import io.salesbrain.ingest.limits.Gate.Entry.Admitted;
import io.salesbrain.ingest.limits.PacedStream;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
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
    private final LogLanes lanes;
    private final BooleanSupplier logIsDown;
    private final Clock clock;
    private final StepCounters counters;
    private final ForeignWorkspaces foreignWorkspaces;
    private final Gate gate;
    private final BodyReader bodies;

    /** @param logIsDown known to take nothing, so that nobody needs to wait for finding out */
    WebhookPipeline(
            IngestConfig config,
            Directory directory,
            LogLanes lanes,
            BooleanSupplier logIsDown,
            MeterRegistry metrics,
            Clock clock) {
        this.config = config;
        this.directory = directory;
        this.lanes = lanes;
        this.logIsDown = logIsDown;
        this.clock = clock;
        this.counters = new StepCounters(metrics);
        this.foreignWorkspaces = new ForeignWorkspaces(directory, metrics);
        this.gate = new Gate(config.load());
        this.bodies = new BodyReader(config.bodies());
    }

    /**
     * Takes a request through all steps. The answer comes when the log durably has what it says; until then no thread
     * waits for it.
     */
    CompletableFuture<Answer> receive(WebhookRequest request) {
        try {
            var sender = authenticate(request).organizationId();
            var admitted = admit(sender);
            try {
                return take(request, sender, admitted).whenComplete((_, _) -> admitted.close());
            } catch (RuntimeException | Error e) {
                admitted.close();
                throw e;
            }
        } catch (RefusedException e) {
            return CompletableFuture.completedFuture(refused(e));
        }
    }

    private CompletableFuture<Answer> take(WebhookRequest request, OrganizationId sender, Admitted admitted) {
        var batch = new Batch(lanes, config, admitted.allowance(), sender, request.headers());
        try {
            var end = read(limit(request), batch);
            return batch.settled()
                    .handle((_, failure) ->
                            failure == null ? settled(end, batch) : refused(Batch.unavailable(failure)));
        } catch (RefusedException e) {
            return CompletableFuture.completedFuture(refused(e));
        }
    }

    private Answer settled(End end, Batch batch) {
        counters.count(Step.PUBLISH, StepCounters.OK, batch.accepted());
        counters.count(Step.PUBLISH, StepCounters.QUARANTINED, batch.quarantined());
        return switch (end) {
            case End.Whole() -> {
                counters.count(Step.LIMIT, StepCounters.OK);
                yield batch.answer();
            }
            case End.Rejected(var refusal) -> refused(new RefusedException(refusal));
            case End.BrokenOff(var refusal) ->
                refused(new RefusedException(
                        refusal, Map.of("accepted", batch.accepted(), "quarantined", batch.quarantined())));
        };
    }

    private Answer refused(RefusedException e) {
        counters.count(e.refusal().step(), e.refusal().code());
        return Answer.refused(e);
    }

    private void take(Unit unit, Batch batch) throws RefusedException {
        var receivedAt = now();
        publish(read(unit, batch.sender(), receivedAt), unit, receivedAt, batch);
    }

    private Reading<Event> read(Unit unit, OrganizationId sender, Instant receivedAt) {
        return counted(Step.DECODE, InstantlyPayload.read(unit))
                .then(payload -> counted(Step.IDENTIFY, identify(payload, sender)))
                .then(identified -> counted(Step.NORMALISE, Dialect.normalise(identified, receivedAt)))
                .then(event -> Reading.good(foreignWorkspaces.flag(event, sender)));
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

    private Admitted admit(OrganizationId sender) throws RefusedException {
        if (logIsDown.getAsBoolean()) {
            throw new RefusedException(Refusal.LOG_UNAVAILABLE);
        }
        return switch (gate.enter(sender)) {
            case Admitted admitted -> admitted;
            case Entry.TooManyRequests(int seconds) ->
                throw RefusedException.retryAfter(Refusal.TOO_MANY_REQUESTS, seconds);
            case Entry.ShareTaken() -> throw new RefusedException(Refusal.TOO_MANY_AT_ONCE);
            case Entry.Full() -> throw new RefusedException(Refusal.BUSY);
            case Entry.Stopping() -> throw new RefusedException(Refusal.STOPPING);
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
        var limits = config.bodies();
        long maxBytes = kind == BodyKind.LINES ? limits.maxLinesBytes() : limits.maxDocumentBytes();
        if (request.contentLength() > maxBytes) {
            throw new RefusedException(Refusal.BODY_TOO_LARGE);
        }
        return new LimitedBody(new PacedStream(request.body(), limits), kind, gzip, maxBytes);
    }

    /** How the reading of a body ended. */
    private sealed interface End {
        record Whole() implements End {}

        /** As a whole it is no document of events, and set aside. */
        record Rejected(Refusal refusal) implements End {}

        /** It could not be read to its end; what came before the damage stays. */
        record BrokenOff(Refusal refusal) implements End {}
    }

    private End read(LimitedBody limited, Batch batch) throws RefusedException {
        try (var body = BodyStream.open(limited.sent(), limited.gzip(), limited.maxBytes())) {
            int first = body.read();
            if (first < 0) {
                throw new RefusedException(Refusal.EMPTY_BODY);
            }
            body.unread(first);
            var rejected = bodies.read(body, limited.kind(), unit -> take(unit, batch));
            if (rejected.isEmpty()) {
                return new End.Whole();
            }
            var document = rejected.get();
            batch.quarantine(document.body(), document.reason(), document.detail(), now());
            return new End.Rejected(document.refusal());
        } catch (BodyTooLarge _) {
            return new End.BrokenOff(Refusal.BODY_TOO_LARGE);
        } catch (BodyTooSlow _) {
            return new End.BrokenOff(Refusal.BODY_TOO_SLOW);
        } catch (SpoolsTaken _) {
            throw new RefusedException(Refusal.BUSY);
        } catch (IOException e) {
            LOG.debug("a body could not be read to its end: {}", e.toString());
            return new End.BrokenOff(Refusal.UNREADABLE_BODY);
        }
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
