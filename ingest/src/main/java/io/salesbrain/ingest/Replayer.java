package io.salesbrain.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.Event;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.ReplayOutcome;
import io.salesbrain.ingest.body.BodyKind;
import io.salesbrain.ingest.body.Unit;
import io.salesbrain.ingest.instantly.Dialect;
import io.salesbrain.ingest.instantly.InstantlyPayload;
import io.salesbrain.ingest.instantly.Reading;
import io.salesbrain.ingest.limits.Gate;
import io.salesbrain.log.LogException;
import io.salesbrain.log.LogWriter;
import io.salesbrain.tenancy.Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Tries quarantined deliveries again, for when a campaign, an address or a rule has been mended since: by today's rules
 * and campaign assignments, but as of their own arrival and with the organization they came in with. It needs no
 * receiver, so it also works in a process that has none.
 */
public final class Replayer {
    private final IngestConfig config;
    private final Directory directory;
    private final LogLanes lanes;
    private final Gate gate;
    private final BodyReader bodies;
    private final ForeignWorkspaces foreignWorkspaces;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter tooLittleKept;

    /** The topics exist and the directory has caught up; both it and the writer are the caller's. */
    public Replayer(IngestConfig config, Directory directory, LogWriter log, MeterRegistry metrics) {
        this.config = config;
        this.directory = directory;
        this.lanes = LogLanes.both(log);
        this.gate = new Gate(config.load());
        this.bodies = new BodyReader(config.bodies());
        this.foreignWorkspaces = new ForeignWorkspaces(directory, metrics);
        this.accepted = counter(metrics, "accepted");
        this.rejected = counter(metrics, "rejected");
        this.tooLittleKept = counter(metrics, "too_little_kept");
    }

    private static Counter counter(MeterRegistry metrics, String outcome) {
        return Counter.builder("salesbrain.ingest.replay")
                .description("Quarantined deliveries that were tried again, by what came of them.")
                .tag("outcome", outcome)
                .register(metrics);
    }

    /**
     * One outcome for each delivery, in their order; returns when the log durably has what the outcomes say. What is
     * still rejected is not set aside a second time. Safe to repeat: the same delivery gives the same events, which
     * count once.
     *
     * @throws LogException when the log did not confirm everything; some of it may be in
     */
    public List<ReplayOutcome> replay(List<Quarantined> deliveries) {
        var outcomes = new ArrayList<ReplayOutcome>(deliveries.size());
        var batches = new ArrayList<Batch>();
        try {
            for (var delivery : deliveries) {
                var batch = new Batch(
                        lanes, config, gate.of(delivery.organizationId()), delivery.organizationId(), Map::of);
                outcomes.add(read(delivery, batch));
                batches.add(batch);
            }
            // Waiting once for all of them lets the log take them together.
            for (var batch : batches) {
                batch.settle();
            }
        } catch (RefusedException | IOException e) {
            throw new LogException("the log did not take every replayed event", e);
        }
        outcomes.forEach(this::count);
        return outcomes;
    }

    private ReplayOutcome read(Quarantined delivery, Batch batch) throws RefusedException, IOException {
        var kept = Base64.getDecoder().decode(delivery.rawBase64());
        if (kept.length < delivery.sizeBytes()) {
            return new ReplayOutcome.TooLittleKept();
        }
        var reasons = new ArrayList<QuarantineReason>();
        var document = bodies.read(new ByteArrayInputStream(kept), BodyKind.DOCUMENT, unit -> {
            switch (read(unit, delivery)) {
                case Reading.Good<Event>(var event) -> batch.event(event);
                case Reading.Rejected<Event> still -> reasons.add(still.reason());
            }
        });
        document.ifPresent(whole -> reasons.add(whole.reason()));
        if (batch.accepted() > 0) {
            return new ReplayOutcome.Accepted(batch.accepted(), reasons.size());
        }
        // Without events and without a new reason, as for an empty array that stood alone, the old reason holds.
        return new ReplayOutcome.Rejected(reasons.isEmpty() ? delivery.reason() : reasons.getFirst());
    }

    private Reading<Event> read(Unit unit, Quarantined delivery) {
        return InstantlyPayload.read(unit)
                .then(payload -> Dialect.identify(payload, campaignId -> owner(delivery, campaignId)))
                .then(identified -> Dialect.normalise(identified, delivery.receivedAt()))
                .then(event -> Reading.good(foreignWorkspaces.flag(event, delivery.organizationId())));
    }

    private OrganizationId owner(Quarantined delivery, String campaignId) {
        return directory.ownerOf(delivery.organizationId(), campaignId);
    }

    private void count(ReplayOutcome outcome) {
        switch (outcome) {
            case ReplayOutcome.Accepted _ -> accepted.increment();
            case ReplayOutcome.Rejected _ -> rejected.increment();
            case ReplayOutcome.TooLittleKept() -> tooLittleKept.increment();
        }
    }
}
