package io.salesbrain.clickhouse.sink;

import java.io.ByteArrayOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One row on its way, with the record it was made of. */
final class TableRow {
    private final Table table;
    private final String identity;
    private final byte[] json;
    private final ConsumerRecord<byte[], byte[]> origin;
    private final long version;

    /**
     * @param identity within a batch, of rows of a table with the same identity the last stands
     * @param json the row as one line of JSONEachRow, without the line's end
     */
    TableRow(Table table, String identity, byte[] json, ConsumerRecord<byte[], byte[]> origin) {
        this(table, identity, json, origin, 0);
    }

    /** @param version where the order of records is not that of their versions: then the highest stands */
    TableRow(Table table, String identity, byte[] json, ConsumerRecord<byte[], byte[]> origin, long version) {
        this.table = table;
        this.identity = identity;
        this.json = json;
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
        out.writeBytes(json);
        out.write('\n');
    }

    int lineBytes() {
        return json.length + 1;
    }

    /** What holding this row costs. */
    long bytes() {
        return json.length + (long) Math.max(0, origin.serializedValueSize());
    }
}
