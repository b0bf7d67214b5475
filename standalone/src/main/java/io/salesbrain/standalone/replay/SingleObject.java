package io.salesbrain.standalone.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One payload over several lines, handed on as one. */
final class SingleObject implements Payloads {
    private final Chunks chunks;

    SingleObject(InputStream in, long position) {
        this.chunks = new Chunks(in, position);
    }

    @Override
    public boolean copyNext(OutputStream out) throws IOException {
        if (!chunks.fill()) {
            return false;
        }
        do {
            for (int i = chunks.from; i < chunks.to; i++) {
                if (chunks.bytes[i] == '\n' || chunks.bytes[i] == '\r') {
                    chunks.bytes[i] = '\t';
                }
            }
            out.write(chunks.bytes, chunks.from, chunks.to - chunks.from);
            chunks.from = chunks.to;
        } while (chunks.fill());
        out.write('\n');
        return true;
    }

    @Override
    public long position() {
        return chunks.position();
    }
}
