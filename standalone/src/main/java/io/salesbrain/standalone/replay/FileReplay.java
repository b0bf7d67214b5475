package io.salesbrain.standalone.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Posts a file of payloads batch by batch and notes after each how far the receiver has it. Ended at any moment and
 * started again it goes on there. The batch under way may then be posted twice; its events count once.
 */
public final class FileReplay {
    private static final long MAX_BATCH_BYTES = 16L << 20;
    private static final Checkpoint.Identity STANDARD_INPUT = new Checkpoint.Identity(0, 0, "", "", "");

    private final ReplayJob job;
    private final InputStream standardInput;
    private final Display display;
    private final ProgressFile progress;
    private final StopSignal stop = new StopSignal();

    /** @param standardInput read where the job names no file */
    public FileReplay(ReplayJob job, InputStream standardInput, Display display) {
        this.job = job;
        this.standardInput = standardInput;
        this.display = display;
        this.progress = new ProgressFile(job.progressFile());
    }

    /** Ends the replay after the batch that is under way; any thread may ask for it. */
    public void stop() {
        stop.give();
    }

    /** @throws ReplayException when the receiver refuses, is away for too long, or the file is damaged */
    public ReplaySummary run() throws InterruptedException {
        try (var sender = new Sender(job, display, stop);
                var source = open()) {
            var start = start(source);
            display.begin(
                    job.file().isPresent() ? OptionalLong.of(start.identity().sizeBytes()) : OptionalLong.empty());
            if (!sender.isWelcome()) {
                return summary(false, start, start);
            }
            return post(source, start, sender);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private Source open() throws IOException {
        if (job.file().isEmpty()) {
            return Source.open(standardInput);
        }
        var file = job.file().get();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ReplayException("There is no file " + file + " that can be read.");
        }
        return Source.open(file);
    }

    /** Where an earlier run ended, or the beginning; the source is there after this. */
    private Checkpoint start(Source source) throws IOException {
        var identity = STANDARD_INPUT;
        if (job.file().isPresent()) {
            identity = Checkpoint.Identity.of(job.file().get(), job.url(), job.webhookSecret());
            var noted = job.resume() ? progress.read() : Optional.<Checkpoint>empty();
            if (noted.isPresent() && noted.get().identity().equals(identity)) {
                var checkpoint = noted.get();
                source.skip(checkpoint.bytes());
                display.say("Going on after " + checkpoint.kind().placeName() + " " + checkpoint.lines() + " of "
                        + job.name() + ".");
                return checkpoint;
            }
            if (noted.isPresent()) {
                display.say(job.name() + ", or who gets it, has changed since a part was posted: starting over.");
            }
        }
        var head = source.look(PayloadKind.LOOK_BYTES);
        var kind = PayloadKind.of(head, source.isSeenWhole(), job.name());
        return new Checkpoint(identity, kind, 0, source.position(), Tally.NONE);
    }

    private ReplaySummary post(Source source, Checkpoint start, Sender sender)
            throws InterruptedException, IOException {
        var spool = Files.createTempFile("salesbrain-replay", ".ndjson.gz");
        // For when the process is told to stop.
        spool.toFile().deleteOnExit();
        try {
            return post(source, start, sender, spool);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private ReplaySummary post(Source source, Checkpoint start, Sender sender, Path spool)
            throws InterruptedException, IOException {
        var payloads = start.kind().open(source.stream(), source.position(), start.lines(), job.name());
        var done = start;
        for (boolean more = true; more; ) {
            if (stop.isGiven()) {
                return summary(false, start, done);
            }
            try (var batch = Batch.begin(spool, done.lines() + 1)) {
                var filled = fill(batch, payloads);
                if (batch.lines() > 0) {
                    var receipt = sender.send(batch);
                    if (receipt.isEmpty()) {
                        return summary(false, start, done);
                    }
                    done = done.after(batch, receipt.get(), payloads.position());
                    note(done);
                    display.advanced(source.rawBytesRead(), done.lines());
                }
                if (filled.damage().isPresent()) {
                    throw filled.damage().get();
                }
                more = filled.more();
            }
        }
        if (job.file().isPresent()) {
            progress.delete();
        }
        return summary(true, start, done);
    }

    /** @param damage why the file cannot be read further; what was read before is posted first */
    private record Filled(boolean more, Optional<ReplayException> damage) {}

    private Filled fill(Batch batch, Payloads payloads) throws IOException {
        boolean more = true;
        Optional<ReplayException> damage = Optional.empty();
        try {
            while (more && batch.lines() < job.batchLines() && batch.unpackedBytes() < MAX_BATCH_BYTES) {
                more = batch.add(payloads);
            }
        } catch (IOException e) {
            damage = Optional.of(damaged(e));
        } catch (ReplayException e) {
            damage = Optional.of(e);
        }
        batch.seal();
        return new Filled(more, damage);
    }

    private void note(Checkpoint done) {
        if (job.file().isPresent()) {
            progress.write(done);
        }
    }

    private ReplayException damaged(IOException cause) {
        var reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ReplayException(
                job.name() + " cannot be read to its end (" + reason + "); what comes before was posted.", cause);
    }

    private static ReplaySummary summary(boolean complete, Checkpoint start, Checkpoint done) {
        return new ReplaySummary(
                complete, done.lines(), start.lines(), done.kind().placeName(), done.tally());
    }
}
