package io.salesbrain.standalone.replay;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The lines that are posted together, packed, in a temporary file: a line may be longer than memory, and a batch is
 * posted again until the receiver has it.
 */
final class Batch implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Path file;
    private final long firstPlace;
    private final Counting out;
    private long lines;

    private Batch(Path file, long firstPlace, Counting out) {
        this.file = file;
        this.firstPlace = firstPlace;
        this.out = out;
    }

    /**
     * @param file where it is put, over what is there
     * @param firstPlace the place in the whole payload file, from 1, of the line that is added next
     */
    static Batch begin(Path file, long firstPlace) throws IOException {
        return new Batch(file, firstPlace, new Counting(new QuickGzip(Files.newOutputStream(file))));
    }

    /** Adds the next payload; false where there is none. */
    boolean add(Payloads payloads) throws IOException {
        long before = out.bytes;
        try {
            if (payloads.copyNext(out)) {
                lines++;
                return true;
            }
            return false;
        } catch (IOException e) {
            // What was read of it is posted too: it is there, and the receiver says what it is worth.
            if (out.bytes > before) {
                out.write('\n');
                lines++;
            }
            throw e;
        }
    }

    /** No line can be added any more. */
    void seal() throws IOException {
        out.close();
    }

    Path file() {
        return file;
    }

    long lines() {
        return lines;
    }

    long unpackedBytes() {
        return out.bytes;
    }

    /** The place in the whole file of a line of this batch. */
    long place(int index) {
        return firstPlace + index;
    }

    long lastPlace() {
        return firstPlace + lines - 1;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Packed lightly: the way to the receiver is often short, and what packs must not be slower than it. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static final class Counting extends FilterOutputStream {
        private long bytes;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] source, int from, int length) throws IOException {
            out.write(source, from, length);
            bytes += length;
        }
    }
}
