package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.query.StoredWatermark;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import io.salesbrain.events.Watermark;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The server's topics are scaled to two partitions; watermarks here speak of source partition 0. */
final class PipelineApiTest {
    private static final ApiServer SERVER = ApiServer.shared();

    @Test
    void whatIsStoredIsTheLeastOfAllThatWasSeen() {
        stored(Topics.SCORED_EVENTS, 0, 9);
        stored(Topics.LEAD_STATES, 0, 9);
        stored(Topics.LEAD_STATES, 1, 9);
        stored(Topics.RATES, 0, 9);
        stored(Topics.RATES, 1, 8);
        var mark = new Watermark(0, 10, 2);
        for (var key : MARK_KEYS) {
            ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.LEAD_STATES, key, mark));
        }
        Awaitility.await().until(() -> pipeline("processed") == 10);
        assertThat(pipeline("duplicates")).isEqualTo(2);
        assertThat(pipeline("stored"))
                .as("no partition of the rates topic has spoken")
                .isZero();

        for (var key : MARK_KEYS) {
            ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.RATES, key, mark));
        }
        Awaitility.await().untilAsserted(() -> assertThat(pipeline("stored")).isEqualTo(8));
        assertThat(pipeline("warehouse_lag")).isEqualTo(2);
        assertThat(SERVER.json(ApiServer.ADMIN, "/api/admin/pipeline")
                        .get("last_insert_at")
                        .asText())
                .isEqualTo("2026-03-04T12:34:56.000Z");
        assertThat(pipeline("lag")).isEqualTo(pipeline("accepted") - pipeline("duplicates") - pipeline("stored"));
    }

    private static void stored(Topic<?, ?> topic, int partition, long processed) {
        SERVER.archive.watermarks.add(
                new StoredWatermark(topic.name(), partition, new Watermark(0, processed, 0), ApiServer.NOW));
    }

    /** Under the default partitioner some of these lie in each partition of two. */
    private static final String[] MARK_KEYS = {"watermark/0", "watermark/1", "watermark/2", "watermark/3"};

    private static long pipeline(String field) {
        return SERVER.json(ApiServer.ADMIN, "/api/admin/pipeline").get(field).asLong();
    }

    @Test
    void whatIsSetAsideIsCounted() {
        var before = pipeline("quarantined");
        var record = new Quarantined(
                "q",
                SERVER.organization().organizationId(),
                QuarantineReason.MISSING_EVENT_TYPE,
                "",
                0,
                "e30=",
                2,
                "00",
                Map.of(),
                ApiServer.NOW);
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.QUARANTINE, "q", record));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(pipeline("quarantined")).isGreaterThan(before));
    }
}
