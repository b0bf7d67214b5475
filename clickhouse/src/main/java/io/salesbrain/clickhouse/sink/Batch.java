package io.salesbrain.clickhouse.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Rows gathered to be written together. */
final class Batch {
    /** A record no row could be made of. */
    record Unreadable(ConsumerRecord<byte[], byte[]> origin, String error) {}

    private final Map<Table, Map<String, TableRow>> rows = new EnumMap<>(Table.class);
    private final List<Unreadable> unreadable = new ArrayList<>();
    private int records;
    private long bytes;

    void add(ConsumerRecord<byte[], byte[]> record, RowTranslator translator) {
        try {
            translator.translate(record).forEach(this::add);
        } catch (UnreadableException e) {
            unreadable.add(new Unreadable(record, String.valueOf(e.getMessage())));
            bytes += Math.max(0, record.serializedValueSize());
        }
        records++;
    }

    private void add(TableRow row) {
        var ofTable = rows.computeIfAbsent(row.table(), _ -> new LinkedHashMap<>());
        var known = ofTable.get(row.identity());
        var standing = known == null ? row : known.orLater(row);
        ofTable.put(row.identity(), standing);
        bytes += standing.bytes() - (known == null ? 0 : known.bytes());
    }

    List<TableRow> rows(Table table) {
        Collection<TableRow> found = rows.getOrDefault(table, Map.of()).values();
        return List.copyOf(found);
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    int records() {
        return records;
    }

    boolean isEmpty() {
        return records == 0;
    }

    boolean isFull(SinkConfig config) {
        return records >= config.maxBatchRows() || bytes >= config.maxBatchBytes();
    }
}
