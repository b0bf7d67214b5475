package io.salesbrain.standalone.replay;

import io.salesbrain.standalone.remote.BaseUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How far the receiver has a file.
 *
 * @param lines lines, or elements, of it that were acknowledged
 * @param bytes where in the unpacked file these end
 */
record Checkpoint(Identity identity, PayloadKind kind, long lines, long bytes, Tally tally) {
    private static final int HEAD_BYTES = 64 << 10;
    private static final int SECRET_PREFIX = 16;

    /**
     * Which file, and for whom: a note about anything else is worth nothing.
     *
     * @param headSha256 of its first 64 KiB
     * @param secretSha256 the beginning of the hash of the webhook secret, which tells organizations apart
     */
    record Identity(long sizeBytes, long modifiedAtMs, String headSha256, String url, String secretSha256) {
        static Identity of(Path file, BaseUrl url, String webhookSecret) throws IOException {
            try (var in = Files.newInputStream(file)) {
                return new Identity(
                        Files.size(file),
                        Files.getLastModifiedTime(file).toMillis(),
                        sha256(in.readNBytes(HEAD_BYTES)),
                        url.toString(),
                        sha256(webhookSecret.getBytes(StandardCharsets.UTF_8)).substring(0, SECRET_PREFIX));
            }
        }

        private static String sha256(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    Checkpoint after(Batch batch, Receipt receipt, long position) {
        return new Checkpoint(identity, kind, lines + batch.lines(), position, tally.plus(receipt, batch));
    }
}
