package io.salesbrain.ingest.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A whole body, set down so that it can be read more than once: an array counts as a whole, so it is checked to its
 * end before its first event is taken. What fits one unit stays in memory, the rest goes to a file until closed.
 */
public final class Spool implements AutoCloseable {
    private static final int CHUNK_BYTES = 64 << 10;

    private final Bytes head;
    private final @Nullable Path file;
    private final long sizeBytes;
    private final String sha256;
    private final Semaphore files;

    /** @param sha256 of a body in a file */
    private Spool(Bytes head, @Nullable Path file, long sizeBytes, String sha256, Semaphore files) {
        this.files = files;
        this.head = head;
        this.file = file;
        this.sizeBytes = sizeBytes;
        this.sha256 = sha256;
    }

    /**
     * Reads to the end; nothing stays behind when that fails.
     *
     * @param files how many bodies may lie in files at once; throws {@link SpoolsTaken} when that many do
     */
    public static Spool of(InputStream body, Path folder, Semaphore files) throws IOException {
        var head = body.readNBytes(Unit.MAX_BYTES);
        int next = head.length < Unit.MAX_BYTES ? -1 : body.read();
        if (next < 0) {
            return new Spool(Bytes.of(head), null, head.length, "", files);
        }
        if (!files.tryAcquire()) {
            throw new SpoolsTaken();
        }
        try {
            return toFile(head, next, body, newFile(folder), files);
        } catch (IOException | RuntimeException e) {
            files.release();
            throw e;
        }
    }

    private static Path newFile(Path folder) {
        try {
            return Files.createTempFile(folder, "salesbrain-body-", ".json");
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    private static Spool toFile(byte[] head, int next, InputStream body, Path file, Semaphore files)
            throws IOException {
        var digest = Bytes.newSha256();
        var chunk = new byte[CHUNK_BYTES];
        chunk[0] = (byte) next;
        long size = head.length;
        digest.update(head);
        try (var out = Files.newOutputStream(file)) {
            write(out, head, head.length, file);
            for (int length = 1; length > 0; length = body.read(chunk)) {
                digest.update(chunk, 0, length);
                write(out, chunk, length, file);
                size += length;
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new Spool(Bytes.of(head), file, size, HexFormat.of().formatHex(digest.digest()), files);
    }

    /** Our disk's fault must not look like the sender's. */
    private static void write(OutputStream out, byte[] bytes, int length, Path file) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static UncheckedIOException cannotWrite(Path path, IOException cause) {
        return new UncheckedIOException("a large body cannot be set down in " + path, cause);
    }

    public InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(head.array()) : Files.newInputStream(file);
    }

    /** All of the body as one unit, for when it is set aside as a whole. */
    public Unit asUnit() {
        return file == null
                ? new Unit.Whole(0, head)
                : new Unit.TooLarge(0, head.head(Unit.HEAD_BYTES), sizeBytes, sha256);
    }

    /** All of the body, if it is no larger than one unit may be. */
    Optional<Bytes> inMemory() {
        return file == null ? Optional.of(head) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            files.release();
            Files.deleteIfExists(file);
        }
    }
}
