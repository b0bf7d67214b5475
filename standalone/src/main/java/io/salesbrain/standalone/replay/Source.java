package io.salesbrain.standalone.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A file or standard input, unpacked where it is packed, and how much of it was read as it lies there. */
final class Source implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Counting raw;
    private InputStream unpacked;
    private long position;
    private boolean seenWhole;

    private Source(Counting raw, InputStream unpacked) {
        this.raw = raw;
        this.unpacked = unpacked;
    }

    static Source open(InputStream in) throws IOException {
        var raw = new Counting(in);
        var head = new byte[2];
        int length = raw.readNBytes(head, 0, 2);
        boolean gzip = length == 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
        var whole = new PushbackInputStream(raw, 2);
        whole.unread(head, 0, length);
        return new Source(raw, gzip ? new GZIPInputStream(whole, BUFFER_BYTES) : whole);
    }

    static Source open(Path file) throws IOException {
        return open(Files.newInputStream(file));
    }

    /**
     * The first bytes, which are still to be read after this; without a byte order mark, which is passed over. Damage
     * that lies within them is met behind what comes before it.
     */
    byte[] look(int length) throws IOException {
        var head = new ByteArrayOutputStream();
        var rest = unpacked;
        try {
            var chunk = new byte[BUFFER_BYTES];
            while (head.size() < length && !seenWhole) {
                int read = unpacked.read(chunk, 0, Math.min(chunk.length, length - head.size()));
                seenWhole = read < 0;
                head.write(chunk, 0, Math.max(0, read));
            }
        } catch (IOException e) {
            rest = new Damaged(unpacked, e);
        }
        var bytes = head.toByteArray();
        if (bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            bytes = Arrays.copyOfRange(bytes, 3, bytes.length);
            position = 3;
        }
        unpacked = new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
        return bytes;
    }

    /** Whether nothing follows what was looked at. */
    boolean isSeenWhole() {
        return seenWhole;
    }

    /** Passes over what was done before. */
    void skip(long bytes) throws IOException {
        unpacked.skipNBytes(bytes);
        position = bytes;
    }

    InputStream stream() {
        return unpacked;
    }

    /** How much was passed over. */
    long position() {
        return position;
    }

    /** How much of the file as it lies there, packed or not, was read. */
    long rawBytesRead() {
        return raw.count;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /** Cannot be read any further, and says why as often as it is tried. */
    private static final class Damaged extends FilterInputStream {
        private final IOException damage;

        Damaged(InputStream in, IOException damage) {
            super(in);
            this.damage = damage;
        }

        @Override
        public int read() throws IOException {
            throw new IOException(damage.getMessage(), damage);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            throw new IOException(damage.getMessage(), damage);
        }
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) {
                count++;
            }
            return b;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = in.read(target, from, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = in.skip(bytes);
            count += Math.max(0, skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
