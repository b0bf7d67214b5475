package io.salesbrain.standalone.replay;

import io.salesbrain.standalone.remote.BaseUrl;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be posted, and where.
 *
 * @param file a file of payloads; empty for standard input, of which no progress can be kept
 * @param progressFile where it is noted how far the receiver has it
 * @param resume whether to go on where that note says
 */
public record ReplayJob(
        Optional<Path> file,
        Path progressFile,
        boolean resume,
        BaseUrl url,
        String webhookSecret,
        int batchLines,
        Patience patience) {
    private static final int MAX_BATCH_LINES = 1_000_000;

    public ReplayJob {
        if (batchLines < 1 || batchLines > MAX_BATCH_LINES) {
            throw new ReplayException("--batch-lines lies in 1.." + MAX_BATCH_LINES + ", not " + batchLines + ".");
        }
        if (webhookSecret.isBlank()) {
            throw new ReplayException("The webhook secret is empty; give it as SALESBRAIN_WEBHOOK_SECRET.");
        }
    }

    /** Where progress is noted when nothing else is said. */
    public static Path besideOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".salesbrain-progress");
    }

    String name() {
        return file.map(Path::toString).orElse("standard input");
    }
}
