package io.salesbrain.clickhouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkTest {
    private Stage stage;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        stage = new Stage(folder, SharedEngine.warehouse());
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void storesEveryKindOfRecord() throws Exception {
        var organization = Stage.newOrganization();
        var campaign = new Dimension.Campaign("campaign/1 with a slash");
        var step = new Dimension.Step("campaign-1", new StepVariant(1, 2, 3));
        try (var sink = stage.sink()) {
            stage.appendEvents(organization, 0, 100);
            for (int version = 1; version <= 3; version++) {
                var state = Records.leadState(organization, Records.lead(1), version);
                var _ = stage.writer.append(Topics.LEAD_STATES, state.key(), state);
                for (var dimension : List.of(campaign, step)) {
                    var key = Records.rateKey(organization, dimension, Records.START)
                            .format();
                    var _ = stage.writer.append(Topics.RATES, key, Records.bucket(version));
                }
            }
            for (var cost : List.of(
                    Records.cost(organization, "a", "12.5", "EUR"),
                    Records.cost(organization, "b", "1", "USD"),
                    Records.cost(organization, "a", "12.75", "EUR"))) {
                var _ = stage.writer.append(Topics.COSTS, cost.key(), cost);
            }
            var _ = stage.writer.append(Topics.COSTS, organization + "/b", null);
            var deal = Records.deal(organization, "deal", "99999999999999.123456789");
            var _ = stage.writer.appendAndWait(Topics.DEALS, deal.key(), deal);
            stage.awaitCommitted();
            assertThat(sink.isHealthy()).isTrue();
            assertThat(sink.lastInsertAt()).isPresent();
        }
        assertThat(stage.count("events", organization)).isEqualTo(100);
        assertThat(stage.count("lead_states", organization)).isEqualTo(1);
        assertThat(stage.count("rates", organization)).isEqualTo(2);
        assertThat(stage.warehouse.query(
                        "SELECT cost_id, amount FROM costs FINAL WHERE organization_id = {organization_id:String}",
                        Map.of("organization_id", organization.value()),
                        row -> row.string("cost_id") + " " + row.decimal("amount")))
                .containsExactly("a 12.750000000");
        assertThat(stage.warehouse.query(
                        "SELECT amount FROM deals FINAL WHERE organization_id = {organization_id:String}",
                        Map.of("organization_id", organization.value()),
                        row -> row.decimal("amount").toPlainString()))
                .containsExactly("99999999999999.123456789");
    }
}
