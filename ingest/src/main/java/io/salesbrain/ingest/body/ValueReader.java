package io.salesbrain.ingest.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Finds where JSON values begin and end in a stream, without looking into them: that is {@link StrictJson}'s work. So
 * an array of any length passes through one buffer.
 */
final class ValueReader {
    static final int END = -1;

    private static final int CHUNK_BYTES = 64 << 10;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final UnitBuffer value = new UnitBuffer();
    private int position;
    private int limit;

    private int depth;
    private boolean inString;
    private boolean escaped;

    ValueReader(InputStream in) {
        this.in = in;
    }

    /** The next byte that is no blank, left unread; {@link #END} where there is none. */
    int peek() throws IOException {
        while (true) {
            if (position == limit && !fill()) {
                return END;
            }
            if (!Blanks.isBlank(chunk[position])) {
                return chunk[position] & 0xFF;
            }
            position++;
        }
    }

    void skip() {
        position++;
    }

    /** Reads the opening bracket; after that, {@link #nextElement} reads the elements. */
    void enterArray() throws IOException, MalformedJson {
        if (peek() != '[') {
            throw new MalformedJson("no array begins here");
        }
        skip();
    }

    /** The next element; empty when the array and the document have ended well. */
    Optional<Unit> nextElement(int index) throws IOException, MalformedJson {
        int next = peek();
        if (index > 0 && next == ',') {
            skip();
            next = peek();
        } else if (next == ']') {
            skip();
            requireEnd();
            return Optional.empty();
        } else if (index > 0) {
            throw new MalformedJson("a comma or the end of the array is missing after element " + (index - 1));
        }
        if (next == ',' || next == ']' || next == END) {
            throw new MalformedJson("element " + index + " of the array is missing");
        }
        return Optional.of(readValue(index));
    }

    void requireEnd() throws IOException, MalformedJson {
        if (peek() != END) {
            throw new MalformedJson("something follows the end of the document");
        }
    }

    /** The value that begins at the next byte that is no blank. */
    Unit readValue(int index) throws IOException, MalformedJson {
        depth = 0;
        inString = false;
        escaped = false;
        value.clear();
        if (peek() == END) {
            throw new MalformedJson("there is no value");
        }
        while (position < limit || fill()) {
            int end = endInChunk();
            value.append(chunk, position, Math.min(end, limit));
            position = Math.min(end, limit);
            if (end <= limit) {
                return value.take(index);
            }
        }
        if (depth > 0 || inString) {
            throw new MalformedJson("the document ends inside a value");
        }
        return value.take(index);
    }

    /** Where the value ends in this chunk (exclusive), or beyond the limit when it goes on. */
    private int endInChunk() {
        for (int i = position; i < limit; i++) {
            byte b = chunk[i];
            if (inString) {
                if (escaped) {
                    escaped = false;
                } else if (b == '\\') {
                    escaped = true;
                } else if (b == '"') {
                    inString = false;
                    if (depth == 0) {
                        return i + 1;
                    }
                }
            } else if (b == '"') {
                inString = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                if (depth == 0) {
                    return i;
                }
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            } else if (depth == 0 && (b == ',' || Blanks.isBlank(b))) {
                return i;
            }
        }
        return limit + 1;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(chunk));
        return limit > 0;
    }
}
