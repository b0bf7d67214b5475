package io.salesbrain.clickhouse.query;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.Watermark;
import java.util.List;
import java.util.Map;

/** How far what is stored reaches; of the installation as a whole, so for its administrator only. */
public final class StoredProgress {
    private static final String WATERMARKS = """
            SELECT topic, topic_partition, source_partition, processed, duplicates, stored_at
            FROM watermarks FINAL
            ORDER BY topic, topic_partition, source_partition""";

    private final Warehouse warehouse;

    public StoredProgress(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * The latest of each partition of each topic. An event is stored when the watermarks of its source partition have passed
     * it in every partition of the topics that its results go to.
     */
    public List<StoredWatermark> watermarks() {
        return warehouse.query(
                WATERMARKS,
                Map.of(),
                row -> new StoredWatermark(
                        row.string("topic"),
                        row.intValue("topic_partition"),
                        new Watermark(
                                row.intValue("source_partition"),
                                row.longValue("processed"),
                                row.longValue("duplicates")),
                        row.instant("stored_at")));
    }
}
