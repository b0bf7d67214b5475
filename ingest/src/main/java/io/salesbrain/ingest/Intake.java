package io.salesbrain.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.ingest.body.Bytes;
import io.salesbrain.ingest.body.Unit;
import io.salesbrain.ingest.instantly.Dialect;
import io.salesbrain.ingest.instantly.InstantlyPayload;
import io.salesbrain.ingest.instantly.Reading;
import io.salesbrain.ingest.limits.Gate;
import io.salesbrain.log.LogException;
import io.salesbrain.log.LogWriter;
import io.salesbrain.tenancy.Directory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes payloads that were fetched instead of delivered, by the same rules as a delivery: so what comes both ways is the
 * same event and counts once. It needs no receiver, so it also works in a process that has none.
 */
public final class Intake {
    /** What became of some payloads. */
    public record Taken(int accepted, int quarantined) {
        public static final Taken NOTHING = new Taken(0, 0);

        public Taken plus(Taken other) {
            return new Taken(accepted + other.accepted, quarantined + other.quarantined);
        }
    }

    private final IngestConfig config;
    private final Directory directory;
    private final LogLanes lanes;
    private final Gate gate;
    private final ForeignWorkspaces foreignWorkspaces;
    private final Counter accepted;
    private final Clock clock;

    /** The topics exist and the directory has caught up; both it and the writer are the caller's. */
    public Intake(IngestConfig config, Directory directory, LogWriter log, MeterRegistry metrics, Clock clock) {
        this.config = config;
        this.directory = directory;
        this.lanes = LogLanes.both(log);
        this.gate = new Gate(config.load());
        this.foreignWorkspaces = new ForeignWorkspaces(directory, metrics);
        this.accepted = Counter.builder("salesbrain.ingest.fetched")
                .description("Events that were fetched from Instantly instead of delivered by it.")
                .register(metrics);
        this.clock = clock;
    }

    /**
     * Returns when the log durably has all of it. Safe to repeat.
     *
     * @param flags what the events are marked with
     * @throws LogException when the log did not confirm everything; some of it may be in
     */
    public Taken take(OrganizationId sender, List<String> payloads, Set<EventFlag> flags) {
        var batch = new Batch(lanes, config, gate.of(sender), sender, Map::of);
        try {
            int index = 0;
            for (var payload : payloads) {
                take(Unit.of(index++, Bytes.of(payload.getBytes(StandardCharsets.UTF_8))), batch, flags);
            }
            batch.settle();
        } catch (RefusedException e) {
            throw new LogException("the log did not take every fetched event", e);
        }
        accepted.increment(batch.accepted());
        return new Taken(batch.accepted(), batch.quarantined());
    }

    private void take(Unit unit, Batch batch, Set<EventFlag> flags) throws RefusedException {
        var receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        switch (read(unit, batch.sender(), receivedAt, flags)) {
            case Reading.Good<Event>(var event) -> batch.event(event);
            case Reading.Rejected<Event>(var reason, var detail) -> batch.quarantine(unit, reason, detail, receivedAt);
        }
    }

    private Reading<Event> read(Unit unit, OrganizationId sender, Instant receivedAt, Set<EventFlag> flags) {
        return InstantlyPayload.read(unit)
                .then(payload -> Dialect.identify(payload, campaignId -> directory.ownerOf(sender, campaignId)))
                .then(identified -> Dialect.normalise(identified, receivedAt))
                .then(event -> Reading.good(flagged(foreignWorkspaces.flag(event, sender), flags)));
    }

    private static Event flagged(Event event, Set<EventFlag> flags) {
        var flagged = event;
        for (var flag : flags) {
            flagged = flagged.flagged(flag);
        }
        return flagged;
    }
}
