package io.salesbrain.ingest.limits;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a body may be.
 *
 * @param maxDocumentBytes the longest body, unpacked, that is read as one document
 * @param maxLinesBytes the longest body, unpacked, that is read as lines
 * @param maxReasons how many reasons one answer lists; the rest is counted
 * @param maxSpools how many documents above 1 MiB may be set down on disk at once
 * @param spoolFolder where documents above 1 MiB are set down while they are read
 * @param patience how long a body may take whatever its length
 * @param minBytesPerSecond how fast it must come beyond that, as sent
 */
public record BodyLimits(
        long maxDocumentBytes,
        long maxLinesBytes,
        int maxReasons,
        int maxSpools,
        Path spoolFolder,
        Duration patience,
        int minBytesPerSecond) {
    public static final BodyLimits DEFAULT = new BodyLimits(
            256L << 20,
            4L << 30,
            1000,
            8,
            Path.of(System.getProperty("java.io.tmpdir", ".")),
            Duration.ofSeconds(30),
            16 << 10);

    public BodyLimits {
        Ranges.require("max_document_bytes", maxDocumentBytes, 1 << 20, 16L << 30);
        Ranges.require("max_lines_bytes", maxLinesBytes, 1 << 20, 1L << 40);
        Ranges.require("max_reasons", maxReasons, 0, 100_000);
        Ranges.require("max_spools", maxSpools, 1, 10_000);
        Ranges.require("body_patience_ms", patience.toMillis(), 1, 3_600_000);
        Ranges.require("min_bytes_per_second", minBytesPerSecond, 1, 1 << 30);
    }

    public BodyLimits withPatience(Duration patience, int minBytesPerSecond) {
        return new BodyLimits(
                maxDocumentBytes, maxLinesBytes, maxReasons, maxSpools, spoolFolder, patience, minBytesPerSecond);
    }
}
