package io.salesbrain.standalone.replay;

import java.io.IOException;
import java.io.InputStream;

/** A stream in pieces of which one is in memory, and how much of the stream was taken. */
final class Chunks {
    static final int END = -1;

    private static final int CHUNK_BYTES = 64 << 10;

    final byte[] bytes = new byte[CHUNK_BYTES];
    int from;
    int to;
    private final InputStream in;
    private long takenBefore;

    /** @param position how much of the whole was taken before this stream begins */
    Chunks(InputStream in, long position) {
        this.in = in;
        this.takenBefore = position;
    }

    /** Whether there is something between from and to, after reading on where that is needed. */
    boolean fill() throws IOException {
        if (from < to) {
            return true;
        }
        takenBefore += to;
        from = 0;
        to = 0;
        to = Math.max(0, in.read(bytes));
        return to > 0;
    }

    /** The next byte that JSON does not call whitespace, left where it is; {@link #END} where there is none. */
    int peekContent() throws IOException {
        while (fill()) {
            for (; from < to; from++) {
                if (!isBlank(bytes[from])) {
                    return bytes[from] & 0xFF;
                }
            }
        }
        return END;
    }

    static boolean isBlank(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** How much of the whole was taken. */
    long position() {
        return takenBefore + from;
    }
}
