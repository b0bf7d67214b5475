package io.salesbrain.clickhouse.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Rows gathered to be written together, and how far in the log they reach. */
final class Batch {
    /** A record no row could be made of. */
    record Unreadable(ConsumerRecord<byte[], byte[]> origin, String error) {}

    private final Map<Table, Map<String, TableRow>> rows = new EnumMap<>(Table.class);
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private int records;
    private long bytes;

    void add(ConsumerRecord<byte[], byte[]> record, RowTranslator translator) {
        try {
            translator.translate(record).ifPresent(this::add);
        } catch (UnreadableException e) {
            unreadable.add(new Unreadable(record, String.valueOf(e.getMessage())));
            bytes += Math.max(0, record.serializedValueSize());
        }
        offsets.put(
                new TopicPartition(record.topic(), record.partition()),
                new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
        records++;
    }

    private void add(TableRow row) {
        var replaced =
                rows.computeIfAbsent(row.table(), _ -> new LinkedHashMap<>()).put(row.identity(), row);
        bytes += row.bytes() - (replaced == null ? 0 : replaced.bytes());
    }

    List<TableRow> rows(Table table) {
        Collection<TableRow> found = rows.getOrDefault(table, Map.of()).values();
        return List.copyOf(found);
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** What to commit once everything is stored. */
    Map<TopicPartition, OffsetAndMetadata> offsets() {
        return offsets;
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
