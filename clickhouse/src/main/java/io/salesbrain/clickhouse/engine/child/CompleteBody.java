package io.salesbrain.clickhouse.engine.child;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of announced length: an end before that is an error, so that a sender that died half way commits nothing. */
final class CompleteBody extends FilterInputStream {
    private final long announcedBytes;
    private long readBytes;

    /** A negative length means none was announced. */
    CompleteBody(InputStream body, long announcedBytes) {
        super(body);
        this.announcedBytes = announcedBytes;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        if (read > 0) {
            readBytes += read;
        } else if (read < 0 && readBytes < announcedBytes) {
            throw new EOFException("The body ended after " + readBytes + " of " + announcedBytes + " bytes.");
        }
    }
}
