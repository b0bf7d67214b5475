package io.salesbrain.query.quarantine;

import io.salesbrain.events.QuarantineReplayed;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.ReplayOutcome;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogException;
import io.salesbrain.log.LogWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries quarantined deliveries again, one replay at a time, in portions so that any number fits into memory. Of each
 * portion the events become durable first and the note that they were replayed second: after a crash in between the
 * same events are appended once more, and count once. The same holds for two processes that replay at once.
 */
public final class Replaying {
    private static final Logger LOG = LoggerFactory.getLogger(Replaying.class);
    private static final Duration TIME_FOR_ALL = Duration.ofSeconds(20);
    private static final Duration NOTE_PATIENCE = Duration.ofSeconds(5);
    private static final int APPEND_PATIENCE_SECONDS = 20;

    private final QuarantineReader quarantine;
    private final Replays replays;
    private final QuarantineReplay replay;
    private final LogWriter writer;
    private final InstantSource clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Replaying(
            QuarantineReader quarantine,
            Replays replays,
            QuarantineReplay replay,
            LogWriter writer,
            InstantSource clock) {
        this.quarantine = quarantine;
        this.replays = replays;
        this.replay = replay;
        this.writer = writer;
        this.clock = clock;
    }

    /** Those with these ids. */
    public ReplayReport these(Set<String> quarantineIds) throws InterruptedException, ReplayRunning {
        enter();
        try {
            var portions = new Portions();
            var missing = new LinkedHashSet<String>();
            for (var id : quarantineIds) {
                if (replays.isReplayed(id)) {
                    portions.sum.skipped(id, ReplayReport.Outcome.ALREADY_REPLAYED);
                } else {
                    missing.add(id);
                }
            }
            quarantine.find(Set.copyOf(missing), record -> {
                missing.remove(record.quarantineId());
                portions.add(record);
            });
            missing.forEach(id -> portions.sum.skipped(id, ReplayReport.Outcome.NOT_FOUND));
            return portions.finish(Optional.empty());
        } finally {
            oneAtATime.unlock();
        }
    }

    /** All that pass the filter, from the oldest or a place on, for as long as somebody can be let wait. */
    public ReplayReport all(Predicate<Quarantined> filter, Optional<Long> from)
            throws InterruptedException, ReplayRunning {
        enter();
        try {
            long deadlineNanos = System.nanoTime() + TIME_FOR_ALL.toNanos();
            var portions = new Portions();
            var goesOnAt = quarantine.walk(from, record -> {
                if (filter.test(record)) {
                    if (replays.isReplayed(record.quarantineId())) {
                        portions.sum.skipped(record.quarantineId(), ReplayReport.Outcome.ALREADY_REPLAYED);
                    } else {
                        portions.add(record);
                    }
                }
                return System.nanoTime() < deadlineNanos;
            });
            return portions.finish(goesOnAt);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void enter() throws ReplayRunning, InterruptedException {
        if (!replays.follower().isCaughtUp()) {
            replays.follower().awaitCaughtUp(NOTE_PATIENCE);
        }
        if (!oneAtATime.tryLock()) {
            throw new ReplayRunning();
        }
    }

    /** Collects what is to be tried, and tries it whenever there is enough. */
    private final class Portions {
        private static final int MAX_DELIVERIES = 200;
        private static final int MAX_CHARACTERS = 8 << 20;

        private final ReplayReport.Sum sum = new ReplayReport.Sum();
        private final List<Quarantined> portion = new ArrayList<>();
        private int characters;
        private long lastNote = -1;

        void add(Quarantined record) {
            portion.add(record);
            characters += record.rawBase64().length();
            if (portion.size() >= MAX_DELIVERIES || characters >= MAX_CHARACTERS) {
                tryAgain();
            }
        }

        /** The lists show what was replayed as soon as the caller has the answer. */
        ReplayReport finish(Optional<Long> goesOnAt) throws InterruptedException {
            tryAgain();
            if (lastNote >= 0) {
                try {
                    replays.follower().awaitOffset(0, lastNote, NOTE_PATIENCE);
                } catch (LogException e) {
                    LOG.warn("the lists do not show yet what was replayed", e);
                }
            }
            return sum.report(goesOnAt);
        }

        private void tryAgain() {
            var outcomes = replay.replay(portion);
            var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var notes = new ArrayList<CompletableFuture<RecordMetadata>>();
            for (int i = 0; i < portion.size(); i++) {
                var id = portion.get(i).quarantineId();
                switch (outcomes.get(i)) {
                    case ReplayOutcome.Accepted(int accepted, int rejected) -> {
                        sum.accepted(id, accepted, rejected);
                        var note = new QuarantineReplayed(id, at, accepted, rejected);
                        notes.add(writer.append(Topics.QUARANTINE_REPLAYS, id, note));
                    }
                    case ReplayOutcome.Rejected(var reason) -> sum.rejected(id, reason);
                    case ReplayOutcome.TooLittleKept() -> sum.skipped(id, ReplayReport.Outcome.TOO_LITTLE_KEPT);
                }
            }
            notes.forEach(this::awaitNote);
            portion.clear();
            characters = 0;
        }

        private void awaitNote(CompletableFuture<RecordMetadata> note) {
            try {
                lastNote = Math.max(
                        lastNote,
                        note.get(APPEND_PATIENCE_SECONDS, TimeUnit.SECONDS).offset());
            } catch (ExecutionException | TimeoutException e) {
                throw new LogException("the log did not take the note that a delivery was replayed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LogException("noting that a delivery was replayed was interrupted", e);
            }
        }
    }
}
