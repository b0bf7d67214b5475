package io.salesbrain.clickhouse.sink;

import java.io.ByteArrayOutputStream;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One row on its way, with the record it was made of. */
final class TableRow {
    /** About as long as such a row is. */
    private static final int FLEETING_BYTES = 200;

    private final Table table;
    private final String identity;
    private final Supplier<byte[]> json;
    private final int jsonBytes;
    private final ConsumerRecord<byte[], byte[]> origin;
    private final long version;

    /**
     * @param identity within a batch, of rows of a table with the same identity the last stands
     * @param json the row as one line of JSONEachRow, without the line's end
     */
    TableRow(Table table, String identity, byte[] json, ConsumerRecord<byte[], byte[]> origin) {
        this(table, identity, () -> json, json.length, origin, 0);
    }

    /**
     * A row that most others of its identity will take the place of, so that it is only made when it is written.
     *
     * @param version the highest stands, for the order of records is not that of their versions
     */
    static TableRow fleeting(
            Table table, String identity, Supplier<byte[]> json, ConsumerRecord<byte[], byte[]> origin, long version) {
        return new TableRow(table, identity, json, FLEETING_BYTES, origin, version);
    }

    private TableRow(
            Table table,
            String identity,
            Supplier<byte[]> json,
            int jsonBytes,
            ConsumerRecord<byte[], byte[]> origin,
            long version) {
        this.table = table;
        this.identity = identity;
        this.json = json;
        this.jsonBytes = jsonBytes;
        this.origin = origin;
        this.version = version;
    }

    /** Which of two rows of one identity stands, of equal versions the one that came later. */
    TableRow orLater(TableRow later) {
        return later.version >= version ? later : this;
    }

    Table table() {
        return table;
    }

    String identity() {
        return identity;
    }

    ConsumerRecord<byte[], byte[]> origin() {
        return origin;
    }

    void writeLine(ByteArrayOutputStream out) {
        out.writeBytes(json.get());
        out.write('\n');
    }

    int lineBytes() {
        return jsonBytes + 1;
    }

    /** What holding this row costs. */
    long bytes() {
        return jsonBytes + (long) Math.max(0, origin.serializedValueSize());
    }
}
