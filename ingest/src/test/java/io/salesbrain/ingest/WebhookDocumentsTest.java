package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.JSON;
import static io.salesbrain.ingest.WebhookFixture.NDJSON;
import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.raw;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.QuarantineReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is one JSON document: an object, an array, or neither. */
@ExtendWith(SharedWebhook.class)
class WebhookDocumentsTest {
    private final WebhookFixture fixture;
    private final String campaign = "campaign-" + UUID.randomUUID();

    WebhookDocumentsTest(WebhookFixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/plain", ""})
    void anEmptyBodyIsRefusedAndLeavesNothing(String contentType) {
        var response = fixture.post(contentType, "");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/error/code").asText()).isEqualTo("empty_body");
        fixture.awaitLog();
        assertThat(fixture.quarantined).noneMatch(set -> set.sizeBytes() == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"a\":'|malformed_json",
                "'{\"a\":1,\"a\":2}'|malformed_json",
                "'{\"x\":{\"a\":1,\"\\u0061\":2}}'|malformed_json",
                "'{\"a\":1} {\"a\":1}'|malformed_json",
                "'{\"a\":01}'|malformed_json",
                "'{\"a\":NaN}'|malformed_json",
                "'{''a'':1}'|malformed_json",
                "'{\"a\":1,}'|malformed_json",
                "'[{\"a\":1},]'|malformed_json",
                "'[{\"a\":1}'|malformed_json",
                "'[{\"a\":1}]]'|malformed_json",
                "'[,]'|malformed_json",
                "'[1 2]'|malformed_json",
                "'[tru]'|malformed_json",
                "'{]'|malformed_json",
                "'nothing'|malformed_json",
                "'   '|malformed_json",
                "'42'|not_an_object",
                "'\"text\"'|not_an_object",
                "'null'|not_an_object",
                "' true '|not_an_object"
            })
    void aDocumentThatIsNoneIsRefusedAndKept(String body, String code) {
        var response = fixture.post(JSON, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/error/code").asText()).isEqualTo(code);
        fixture.awaitLog();
        assertThat(fixture.quarantined)
                .anyMatch(set -> raw(set).equals(body) && set.reason().code().equals(code));
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        for (var bad :
                List.of(new byte[] {(byte) 0xFF}, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, new byte[] {
                    (byte) 0xC0, (byte) 0xAF
                })) {
            var body = new ByteArrayOutputStream();
            body.writeBytes("{\"lead\":\"".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bad);
            body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(fixture.post(JSON, body.toByteArray()).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void anArrayCountsAsAWhole() {
        var response = fixture.post(
                JSON,
                "[" + sent(campaign + "-whole", "a@example.com") + "," + sent(campaign + "-whole", "b@example.com")
                        + ",{]");
        assertThat(response.statusCode()).isEqualTo(400);
        fixture.awaitLog();
        assertThat(fixture.eventsOf(campaign + "-whole")).isEmpty();
        assertThat(fixture.quarantined)
                .filteredOn(set -> raw(set).contains(campaign + "-whole"))
                .singleElement()
                .satisfies(set -> assertThat(set.index()).isZero());
    }

    @Test
    void anEmptyArrayIsAcceptedWithZeros() {
        for (var body : List.of("[]", " [ \n ] ")) {
            var response = fixture.post(JSON, body);
            assertThat(response.statusCode()).isEqualTo(202);
            assertThat(response.body()).isEqualTo("{\"accepted\":0,\"quarantined\":0,\"reasons\":[]}");
        }
    }

    @Test
    void anElementThatIsNoObjectIsSetAsideAlone() {
        var response = fixture.post(
                JSON,
                "[1," + sent(campaign, "alone@example.com") + ",\"x,]}\",[{}]," + sent(campaign, "no address") + "]");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).at("/accepted").asInt()).isEqualTo(1);
        assertThat(json(response).at("/quarantined").asInt()).isEqualTo(4);
        assertThat(json(response).at("/reasons").findValuesAsText("index")).containsExactly("0", "2", "3", "4");
        assertThat(json(response).at("/reasons").findValuesAsText("code"))
                .containsExactly("not_an_object", "not_an_object", "not_an_object", "missing_lead_email");
        assertThat(json(response).at("/reasons/3/message").asText())
                .isEqualTo(QuarantineReason.MISSING_LEAD_EMAIL.message());
    }

    @Test
    void thirtyTwoLevelsAreEnough() {
        assertThat(fixture.post(JSON, nested(32)).statusCode()).isEqualTo(202);
        assertThat(fixture.post(JSON, nested(33)).statusCode()).isEqualTo(400);
        assertThat(fixture.post(JSON, "[" + nested(31) + "]").statusCode()).isEqualTo(202);
        assertThat(fixture.post(JSON, "[" + nested(32) + "]").statusCode()).isEqualTo(400);
        var lines = fixture.post(NDJSON, nested(32) + "\n" + nested(33) + "\n" + nested(5_000));
        assertThat(lines.statusCode()).isEqualTo(202);
        assertThat(json(lines).at("/reasons").findValuesAsText("code"))
                .containsExactly("malformed_json", "malformed_json");
    }

    /** An event with as many levels, its own object counted. */
    private String nested(int levels) {
        var body = sent(campaign, "deep@example.com");
        var inner = "{\"x\":".repeat(levels - 2) + "{}" + "}".repeat(levels - 2);
        return body.substring(0, body.length() - 1) + ",\"y\":" + inner + "}";
    }
}
