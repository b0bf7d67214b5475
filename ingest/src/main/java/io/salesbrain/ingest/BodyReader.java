package io.salesbrain.ingest;

import io.salesbrain.events.QuarantineReason;
import io.salesbrain.ingest.body.BodyKind;
import io.salesbrain.ingest.body.Document;
import io.salesbrain.ingest.body.LineReader;
import io.salesbrain.ingest.body.Spool;
import io.salesbrain.ingest.body.Unit;
import io.salesbrain.ingest.limits.BodyLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Takes a body apart into units: lines as they come, a document after it was seen to be well-formed to its end. */
final class BodyReader {
    interface Units {
        void take(Unit unit) throws RefusedException;
    }

    /** The body as a whole is no document of events. */
    record RejectedDocument(Unit body, QuarantineReason reason, String detail, Refusal refusal) {}

    private final BodyLimits limits;
    private final Semaphore spoolFiles;

    BodyReader(BodyLimits limits) {
        this.limits = limits;
        this.spoolFiles = new Semaphore(limits.maxSpools());
    }

    /** Hands out every unit in order, or none and says why. */
    Optional<RejectedDocument> read(InputStream body, BodyKind kind, Units units) throws IOException, RefusedException {
        if (kind == BodyKind.LINES) {
            readLines(body, units);
            return Optional.empty();
        }
        try (var spool = Spool.of(body, limits.spoolFolder(), spoolFiles)) {
            return readDocument(spool, kind, units);
        }
    }

    private static Optional<RejectedDocument> readDocument(Spool spool, BodyKind kind, Units units)
            throws IOException, RefusedException {
        switch (Document.of(spool)) {
            case Document.One(var object) -> units.take(object);
            case Document.Many() -> readElements(spool, units);
            case Document.TooLarge() -> throw new RefusedException(Refusal.EVENT_TOO_LARGE);
            case Document.OtherJson() -> {
                return Optional.of(new RejectedDocument(
                        spool.asUnit(), QuarantineReason.NOT_AN_OBJECT, "", Refusal.NOT_AN_OBJECT));
            }
            case Document.Malformed(var detail) -> {
                if (kind == BodyKind.DOCUMENT) {
                    return Optional.of(new RejectedDocument(
                            spool.asUnit(), QuarantineReason.MALFORMED_JSON, detail, Refusal.MALFORMED_JSON));
                }
                try (var lines = spool.open()) {
                    readLines(lines, units);
                }
            }
        }
        return Optional.empty();
    }

    private static void readElements(Spool spool, Units units) throws IOException, RefusedException {
        try (var body = spool.open()) {
            var elements = Document.elements(body);
            for (var element = elements.next(); element.isPresent(); element = elements.next()) {
                units.take(element.get());
            }
        }
    }

    private static void readLines(InputStream body, Units units) throws IOException, RefusedException {
        var lines = new LineReader(body);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            units.take(line.get());
        }
    }
}
