package io.salesbrain.ingest.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Splits a stream into lines and skips blank ones; holds one line at a time, and of a very long one only its start. */
public final class LineReader {
    private static final int CHUNK_BYTES = 64 << 10;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final UnitBuffer line = new UnitBuffer();
    private int position;
    private int limit;
    private int index;

    public LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line that is not blank, numbered from 0 with the blank ones counted; empty at the end. */
    public Optional<Unit> next() throws IOException {
        while (true) {
            if (position == limit && !fill()) {
                return line.isEmpty() ? Optional.empty() : Optional.of(line.take(index));
            }
            if (line.isEmpty()) {
                skipBlanks();
            }
            int end = position;
            while (end < limit && chunk[end] != '\n') {
                end++;
            }
            if (end > position) {
                line.append(chunk, position, end);
            }
            position = end;
            if (end < limit) {
                position++;
                int found = index++;
                if (!line.isEmpty()) {
                    return Optional.of(line.take(found));
                }
            }
        }
    }

    private void skipBlanks() {
        while (position < limit && chunk[position] != '\n' && Blanks.isBlank(chunk[position])) {
            position++;
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(chunk));
        return limit > 0;
    }
}
