package io.salesbrain.ingest.limits;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A body as sent that must keep coming: within a time of its own and, beyond that, no slower than a certain pace. So a
 * sender that trickles cannot hold a place for ever, while an honest long upload over a slow line gets through. Only
 * the waiting for the sender counts: that we are slow is not its fault.
 */
public final class PacedStream extends FilterInputStream {
    private final BodyLimits limits;
    private long waitedNanos;
    private long bytes;

    public PacedStream(InputStream sent, BodyLimits limits) {
        super(sent);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        int b = inTime(super::read);
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = inTime(() -> super.read(target, offset, length));
        if (n > 0) {
            count(n);
        }
        return n;
    }

    private interface Reading {
        int read() throws IOException;
    }

    /** The server gives up on a silent connection by itself, which is the same fault. */
    private int inTime(Reading reading) throws IOException {
        long startNanos = System.nanoTime();
        try {
            return reading.read();
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new BodyTooSlow(e);
            }
            throw e;
        } finally {
            waitedNanos += System.nanoTime() - startNanos;
        }
    }

    private void count(int n) throws BodyTooSlow {
        bytes += n;
        long allowedMs = limits.patience().toMillis() + 1_000 * bytes / limits.minBytesPerSecond();
        if (waitedNanos > TimeUnit.MILLISECONDS.toNanos(allowedMs)) {
            throw new BodyTooSlow(null);
        }
    }
}
