package io.salesbrain.clickhouse.engine.child;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;

/** A finished statement's bytes and counts; the bytes stay in native memory until it is closed. */
final class QueryResult implements AutoCloseable {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final ChdbLibrary library;
    private final MemorySegment result;
    private final MemorySegment bytes;

    QueryResult(ChdbLibrary library, MemorySegment result) {
        this.library = library;
        this.result = result;
        this.bytes = library.resultBytes(result);
    }

    long length() {
        return bytes.byteSize();
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[(int) Math.min(CHUNK_BYTES, length())];
        for (long at = 0; at < length(); at += buffer.length) {
            int count = (int) Math.min(buffer.length, length() - at);
            MemorySegment.copy(bytes, JAVA_BYTE, at, buffer, 0, count);
            out.write(buffer, 0, count);
        }
    }

    /** The counts in the form of the X-ClickHouse-Summary header. */
    String summary(long elapsedNanos) {
        return "{\"read_rows\":\"" + library.storageRowsRead(result)
                + "\",\"read_bytes\":\"" + library.storageBytesRead(result)
                + "\",\"written_rows\":\"" + library.rowsWritten(result)
                + "\",\"written_bytes\":\"" + library.bytesWritten(result)
                + "\",\"total_rows_to_read\":\"0\",\"result_rows\":\"" + library.resultRows(result)
                + "\",\"result_bytes\":\"" + length()
                + "\",\"elapsed_ns\":\"" + elapsedNanos + "\"}";
    }

    @Override
    public void close() {
        library.resultDestroy(result);
    }
}
