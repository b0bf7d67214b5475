package io.salesbrain.query.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseConfig;
import io.salesbrain.clickhouse.engine.EmbeddedEngine;
import io.salesbrain.clickhouse.engine.EngineConfig;
import io.salesbrain.clickhouse.query.AttributionModel;
import io.salesbrain.clickhouse.query.LedgerTable;
import io.salesbrain.clickhouse.query.RoiQuery.GroupBy;
import io.salesbrain.clickhouse.query.RoiQuestion;
import io.salesbrain.clickhouse.query.SearchQuestion;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.events.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The questions against the real engine and the real schema; their answers are tested where they are written. */
final class SqlArchiveTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Instant RECORDED = Instant.parse("2026-03-01T10:00:00.123Z");

    @Test
    void everyQuestionIsUnderstood(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        try (var engine = EmbeddedEngine.start(EngineConfig.at(folder));
                var warehouse = new Warehouse(WarehouseConfig.of(engine.endpoint(), "salesbrain"))) {
            Migrations.fromClassPath().apply(warehouse);
            warehouse.insert("costs", """
                    {"organization_id":"acme","cost_id":"m-1","amount":"149.90","currency":"EUR","incurred_at":"2026-02-01 00:00:00.000","campaign_id":"c1","account":"","recorded_at":"2026-03-01 10:00:00.123","version":1}
                    """.getBytes(StandardCharsets.UTF_8), Map.of());
            var archive = new SqlArchive(warehouse);

            var rival = new OrganizationId("rival");
            assertThat(archive.shows(ACME, LedgerTable.COSTS, "m-1", RECORDED)).isTrue();
            assertThat(archive.shows(ACME, LedgerTable.COSTS, "m-1", RECORDED.plusMillis(1)))
                    .isFalse();
            assertThat(archive.shows(rival, LedgerTable.COSTS, "m-1", RECORDED)).isFalse();
            assertThat(archive.hides(ACME, LedgerTable.COSTS, "m-1")).isFalse();
            assertThat(archive.hides(rival, LedgerTable.COSTS, "m-1")).isTrue();
            assertThat(archive.hides(ACME, LedgerTable.DEALS, "m-1")).isTrue();
            for (var model : AttributionModel.values()) {
                assertThat(archive.roi(ACME, RoiQuestion.of(GroupBy.CAMPAIGN, model))
                                .groups())
                        .singleElement()
                        .satisfies(group -> assertThat(group.cost()).hasSize(1));
            }
            assertThat(archive.cohorts(ACME, 100)).isEmpty();
            assertThat(archive.heatmap(ACME, Optional.of("c1"))).isEmpty();
            assertThat(archive.timeline(ACME, "ada@example.com", 1_000)).isEmpty();
            assertThat(archive.messages(ACME, "c1", 101, Optional.empty())).isEmpty();
            assertThat(archive.replies(ACME, List.of("ada@example.com"), List.of("e1")))
                    .isEmpty();
            assertThat(archive.conversation(ACME, "ada@example.com", "c1", 500)).isEmpty();
            assertThat(archive.search(ACME, SearchQuestion.of("hello wor").orElseThrow(), Optional.empty(), 26))
                    .isEmpty();
            assertThat(archive.campaignNames(ACME)).isEmpty();
            assertThat(archive.watermarks()).isEmpty();
        }
    }
}
