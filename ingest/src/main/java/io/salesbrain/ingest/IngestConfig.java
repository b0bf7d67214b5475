package io.salesbrain.ingest;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The receiver's limits.
 *
 * @param maxUnacknowledged how many records of one request may wait for the log at once
 * @param maxReasons how many reasons one answer lists; the rest is counted
 * @param maxDocumentBytes the longest body, unpacked, that is read as one document
 * @param maxLinesBytes the longest body, unpacked, that is read as lines
 * @param maxRequests how many requests are served at once; more are asked to come again
 * @param maxSpools how many documents above 1 MiB may be set down on disk at once
 * @param spoolFolder where documents above 1 MiB are set down while they are read
 * @param closePatience how long a stop waits for requests under way
 */
public record IngestConfig(
        int maxUnacknowledged,
        int maxReasons,
        long maxDocumentBytes,
        long maxLinesBytes,
        int maxRequests,
        int maxSpools,
        Path spoolFolder,
        Duration closePatience) {
    public IngestConfig {
        requireRange("max_unacknowledged", maxUnacknowledged, 1, 100_000);
        requireRange("max_reasons", maxReasons, 0, 100_000);
        requireRange("max_document_bytes", maxDocumentBytes, 1 << 20, 16L << 30);
        requireRange("max_lines_bytes", maxLinesBytes, 1 << 20, 1L << 40);
        requireRange("max_requests", maxRequests, 1, 10_000);
        requireRange("max_spools", maxSpools, 1, 10_000);
        requireRange("close_patience_ms", closePatience.toMillis(), 0, 600_000);
    }

    public static IngestConfig defaults() {
        return new IngestConfig(
                1000,
                1000,
                256L << 20,
                4L << 30,
                200,
                8,
                Path.of(System.getProperty("java.io.tmpdir", ".")),
                Duration.ofSeconds(20));
    }

    private static void requireRange(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " lies in " + min + ".." + max + ", not " + value);
        }
    }
}
