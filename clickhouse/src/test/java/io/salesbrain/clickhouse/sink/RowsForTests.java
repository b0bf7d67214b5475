package io.salesbrain.clickhouse.sink;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.Cost;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ScoredEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/** Puts rows into the tables as the sink writes them, without a log. */
public final class RowsForTests {
    private final Warehouse warehouse;
    private long version;

    public RowsForTests(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    public void events(List<ScoredEvent> events) {
        var lines = new ByteArrayOutputStream();
        for (var event : events) {
            lines.writeBytes(Rows.event(event));
            lines.write('\n');
        }
        insert(Table.EVENTS, lines.toByteArray());
    }

    public void leadState(LeadState state) {
        insert(Table.LEAD_STATES, Rows.leadState(state));
    }

    public void rates(RateKey key, RateBucket bucket) {
        insert(Table.RATES, Rows.rates(key, bucket));
    }

    public void cost(Cost cost) {
        insert(Table.COSTS, Rows.cost(cost, ++version));
    }

    private void insert(Table table, byte[] lines) {
        var _ = warehouse.insert(table.label(), lines, Map.of());
    }
}
