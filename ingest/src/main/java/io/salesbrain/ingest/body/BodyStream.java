package io.salesbrain.ingest.body;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The text of a body: unpacked, without byte order mark, and not longer than allowed. */
public final class BodyStream {
    private static final int BUFFER_BYTES = 16 << 10;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private BodyStream() {}

    /** @param maxBytes of the unpacked body; reading beyond throws {@link BodyTooLarge} */
    public static PushbackInputStream open(InputStream sent, boolean gzip, long maxBytes) throws IOException {
        var limited = new Limited(gzip ? unpacked(sent) : sent, maxBytes);
        var in = new PushbackInputStream(limited, BYTE_ORDER_MARK.length);
        var start = in.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            in.unread(start);
        }
        return in;
    }

    private static InputStream unpacked(InputStream sent) throws IOException {
        var packed = new WaitingForMore(sent);
        // No bytes at all are an empty body, not a damaged one.
        return packed.available() == 0 ? InputStream.nullInputStream() : new GZIPInputStream(packed, BUFFER_BYTES);
    }

    /**
     * A gzip body may have several members, and {@link GZIPInputStream} takes one for the last when nothing happens to
     * be available behind it. On a slow connection that would silently lose the rest, so this stream waits to know.
     */
    private static final class WaitingForMore extends BufferedInputStream {
        WaitingForMore(InputStream in) {
            super(in, BUFFER_BYTES);
        }

        @Override
        public synchronized int available() throws IOException {
            int ready = super.available();
            if (ready > 0) {
                return ready;
            }
            mark(1);
            int next = read();
            reset();
            return next < 0 ? 0 : 1;
        }
    }

    private static final class Limited extends FilterInputStream {
        private final long maxBytes;
        private long count;

        Limited(InputStream in, long maxBytes) {
            super(in);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                count(1);
            }
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            if (n > 0) {
                count(n);
            }
            return n;
        }

        private void count(int n) throws BodyTooLarge {
            count += n;
            if (count > maxBytes) {
                throw new BodyTooLarge(maxBytes);
            }
        }
    }
}
