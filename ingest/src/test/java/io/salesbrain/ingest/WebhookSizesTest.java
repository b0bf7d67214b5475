package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.JSON;
import static io.salesbrain.ingest.WebhookFixture.NDJSON;
import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.raw;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.QuarantineReason;
import io.salesbrain.ingest.body.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where one event, or a body, ends to be taken. */
@ExtendWith(SharedWebhook.class)
class WebhookSizesTest {
    private static final int MIB = 1 << 20;

    private final WebhookFixture fixture;
    private final String campaign = "campaign-" + UUID.randomUUID();

    WebhookSizesTest(WebhookFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void oneObjectHasAtMostOneMebibyte() {
        assertThat(fixture.post(JSON, padded(MIB, "exact@example.com")).statusCode())
                .isEqualTo(202);
        var blanks = " ".repeat(100) + padded(MIB, "blanks@example.com") + "\n".repeat(MIB);
        assertThat(fixture.post(JSON, blanks).statusCode()).isEqualTo(202);
        for (var type : List.of(JSON, "text/plain")) {
            var response = fixture.post(type, padded(MIB + 1, "alone-above@example.com"));
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(json(response).at("/error/code").asText()).isEqualTo("event_too_large");
        }
        fixture.awaitLog();
        assertThat(fixture.quarantined).noneMatch(set -> raw(set).contains("alone-above@example.com"));
    }

    @Test
    void inBulkAnObjectAboveTheLimitIsKeptByItsStartAndHash() {
        var large = padded(MIB + 1, "bulk-above@example.com");
        var hash = Bytes.of(large.getBytes(StandardCharsets.UTF_8)).sha256();
        var exact = padded(MIB, "bulk-exact@example.com");
        for (var array : List.of(true, false)) {
            var small = sent(campaign, "bulk-small@example.com");
            var response = array
                    ? fixture.post(JSON, "[" + small + "," + large + ", " + exact + "]")
                    : fixture.post(NDJSON, small + "\r\n" + large + "\r\n" + exact + "\r\n");
            assertThat(response.statusCode()).isEqualTo(202);
            assertThat(json(response).at("/accepted").asInt()).isEqualTo(2);
            assertThat(json(response).at("/reasons").toString())
                    .isEqualTo("[{\"index\":1,\"code\":\"too_large\",\"message\":\""
                            + QuarantineReason.TOO_LARGE.message() + "\"}]");
        }
        assertThat(fixture.post(NDJSON, large).statusCode()).isEqualTo(202);
        fixture.awaitLog();
        assertThat(fixture.quarantined)
                .filteredOn(set -> raw(set).contains("bulk-above@example.com"))
                .hasSize(3)
                .allSatisfy(set -> {
                    assertThat(raw(set)).isEqualTo(large.substring(0, 64 << 10));
                    assertThat(set.sizeBytes()).isBetween((long) MIB + 1, (long) MIB + 2);
                })
                .filteredOn(set -> set.sizeBytes() == MIB + 1)
                .isNotEmpty()
                .allSatisfy(set -> assertThat(set.sha256()).isEqualTo(hash));
    }

    private String padded(int length, String leadEmail) {
        var body = sent(campaign, leadEmail);
        var start = body.substring(0, body.length() - 1) + ",\"padding\":\"";
        return start + "x".repeat(length - start.length() - 2) + "\"}";
    }

    @Test
    void aLongMalformedArrayIsKeptByItsStartAndHash() {
        var body = "[" + padded(MIB, "long@example.com") + "," + padded(MIB, "long@example.com") + ",";
        assertThat(fixture.post(JSON, body).statusCode()).isEqualTo(400);
        fixture.awaitLog();
        assertThat(fixture.quarantined)
                .filteredOn(set -> raw(set).contains("long@example.com"))
                .singleElement()
                .satisfies(set -> {
                    assertThat(set.sizeBytes()).isEqualTo(body.length());
                    assertThat(raw(set)).hasSize(64 << 10);
                });
    }
}
