package io.salesbrain.standalone.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The elements of a JSON array of any length. It finds where they begin and end without looking into them. A line break
 * within an element becomes a tab, as an element becomes a line: that is a blank too where blanks may be, and no less
 * forbidden within a string.
 */
final class Elements implements Payloads {
    private final Chunks chunks;
    private final String fileName;
    private long count;
    private int depth;
    private boolean inString;
    private boolean escaped;

    /**
     * @param taken elements before this position; 0 where the array is still to be opened
     */
    Elements(InputStream in, long position, long taken, String fileName) {
        this.chunks = new Chunks(in, position);
        this.count = taken;
        this.fileName = fileName;
    }

    @Override
    public boolean copyNext(OutputStream out) throws IOException {
        int next = chunks.peekContent();
        if (next == '[' && count == 0) {
            chunks.from++;
            next = chunks.peekContent();
            if (next == ']') {
                return end();
            }
        } else if (next == ']') {
            return end();
        } else if (next == ',') {
            chunks.from++;
            next = chunks.peekContent();
        } else {
            throw damaged();
        }
        if (next == ',' || next == ']' || next == Chunks.END) {
            throw damaged();
        }
        count++;
        copyValue(out);
        out.write('\n');
        return true;
    }

    private boolean end() throws IOException {
        chunks.from++;
        if (chunks.peekContent() != Chunks.END) {
            throw new ReplayException(fileName + " goes on after the end of its array.");
        }
        return false;
    }

    private ReplayException damaged() {
        return new ReplayException(
                fileName + " is no sound JSON array after element " + count + "; what comes before was posted.");
    }

    /** A value that the file's end cuts off is handed on as it is, to be set aside by the receiver. */
    private void copyValue(OutputStream out) throws IOException {
        depth = 0;
        inString = false;
        escaped = false;
        while (chunks.fill()) {
            int end = endInChunk();
            int copied = Math.min(end, chunks.to);
            out.write(chunks.bytes, chunks.from, copied - chunks.from);
            chunks.from = copied;
            if (end <= chunks.to) {
                return;
            }
        }
    }

    /** Where the value ends in this chunk (exclusive), or beyond it when it goes on. */
    private int endInChunk() {
        var bytes = chunks.bytes;
        for (int i = chunks.from; i < chunks.to; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                bytes[i] = '\t';
            }
            if (inString) {
                if (endsString(b) && depth == 0) {
                    return i + 1;
                }
            } else if (depth == 0 && (b == ',' || b == ']' || b == '}' || Chunks.isBlank(b))) {
                return i;
            } else if (b == '"') {
                inString = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return chunks.to + 1;
    }

    private boolean endsString(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inString = false;
            return true;
        }
        return false;
    }

    @Override
    public long position() {
        return chunks.position();
    }
}
