package io.salesbrain.standalone.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** NDJSON as it is, blank lines and lines of any length included: what a line is worth is for the receiver to say. */
final class Lines implements Payloads {
    private final Chunks chunks;

    Lines(InputStream in, long position) {
        this.chunks = new Chunks(in, position);
    }

    @Override
    public boolean copyNext(OutputStream out) throws IOException {
        if (!chunks.fill()) {
            return false;
        }
        do {
            int end = chunks.from;
            while (end < chunks.to && chunks.bytes[end] != '\n') {
                end++;
            }
            out.write(chunks.bytes, chunks.from, end - chunks.from);
            boolean ended = end < chunks.to;
            chunks.from = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        } while (chunks.fill());
        out.write('\n');
        return true;
    }

    @Override
    public long position() {
        return chunks.position();
    }
}
