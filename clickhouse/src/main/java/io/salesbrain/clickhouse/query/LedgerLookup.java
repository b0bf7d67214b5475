package io.salesbrain.clickhouse.query;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether what people entered can be asked for. */
public final class LedgerLookup {
    private final Warehouse warehouse;

    public LedgerLookup(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** When the entry as it stands was recorded; empty where there is none, or none any more. */
    public Optional<Instant> recordedAt(OrganizationId organization, LedgerTable table, String entryId) {
        return warehouse
                .query(
                        table.recordedAtQuery(),
                        Map.of("organization_id", organization.value(), "entry_id", entryId),
                        row -> row.instant("recorded_at"))
                .stream()
                .findFirst();
    }
}
