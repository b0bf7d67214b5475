package io.salesbrain.clickhouse.engine.child;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that may not be longer than its limit; reading past it is an error, so that nothing is cut off unnoticed. */
final class LimitedBody extends FilterInputStream {
    private final long limitBytes;
    private long readBytes;

    LimitedBody(InputStream body, long limitBytes) {
        super(body);
        this.limitBytes = limitBytes;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        readBytes += read;
        if (readBytes > limitBytes) {
            throw new TooLong(limitBytes);
        }
    }

    /** Thrown while reading. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(long limitBytes) {
            super("The request's body is longer than " + limitBytes + " bytes: send it in several parts.");
        }
    }
}
