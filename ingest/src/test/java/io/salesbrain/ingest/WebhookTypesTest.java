package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.JSON;
import static io.salesbrain.ingest.WebhookFixture.NDJSON;
import static io.salesbrain.ingest.WebhookFixture.gzip;
import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.raw;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bodies are read at all, by type, charset and encoding. */
@ExtendWith(SharedWebhook.class)
class WebhookTypesTest {
    private final WebhookFixture fixture;
    private final String campaign = "campaign-" + UUID.randomUUID();

    WebhookTypesTest(WebhookFixture fixture) {
        this.fixture = fixture;
    }

    /** People copy addresses with and without it, and Instantly follows no redirect. */
    @Test
    void takesTheAddressWithASlashBehind() {
        assertThat(statusOfPath("/")).isEqualTo(202);
        assertThat(statusOfPath("s")).isEqualTo(404);
    }

    private int statusOfPath(String behind) {
        var body = sent(campaign, "slash@example.com").getBytes(StandardCharsets.UTF_8);
        var request = fixture.request(JSON, body).uri(URI.create(fixture.uri() + behind));
        return fixture.send(request).statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=UTF-8",
                "application/json;charset=\"utf-8\"",
                "application/vnd.example+json",
                "application/x-ndjson",
                "application/ndjson",
                "application/jsonl",
                "text/plain",
                "text/plain; charset=utf8; format=flowed",
                ""
            })
    void readsOneObjectOfEveryTypeItTakes(String contentType) {
        var response = fixture.post(contentType, sent(campaign, "types@example.com"));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo("{\"accepted\":1,\"quarantined\":0,\"reasons\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/html",
                "application/x-www-form-urlencoded",
                "json",
                "+json",
                "application/+json",
                "application/json; charset=iso-8859-1",
                "text/plain; charset=utf-16",
                "application/json; charset=nonsense!",
                "application/json; charset="
            })
    void refusesOtherTypesAndCharsets(String contentType) {
        var response = fixture.post(contentType, sent(campaign, "types@example.com"));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(json(response).at("/error/code").asText()).isEqualTo("unsupported_type");
    }

    @Test
    void unpacksGzipEvenInSeveralMembers() throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write(gzip(sent(campaign, "gzip1@example.com") + "\n"));
        packed.write(gzip(sent(campaign, "gzip2@example.com") + "\n"));
        var response =
                fixture.send(fixture.request(NDJSON, packed.toByteArray()).header("Content-Encoding", "GZIP"));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).at("/accepted").asInt()).isEqualTo(2);
    }

    @Test
    void takesIdentityAndRefusesOtherEncodings() {
        var body = sent(campaign, "identity@example.com").getBytes(StandardCharsets.UTF_8);
        assertThat(fixture.send(fixture.request(JSON, body).header("Content-Encoding", "identity"))
                        .statusCode())
                .isEqualTo(202);
        for (var encoding : List.of("br", "deflate", "gzip, gzip", "zstd")) {
            var response = fixture.send(fixture.request(JSON, body).header("Content-Encoding", encoding));
            assertThat(response.statusCode()).as(encoding).isEqualTo(415);
            assertThat(json(response).at("/error/code").asText()).isEqualTo("unsupported_encoding");
        }
    }

    @Test
    void aDocumentThatCannotBeUnpackedLeavesNothing() throws IOException {
        var packed = gzip("[" + sent(campaign, "damaged@example.com") + "]");
        for (var damaged :
                List.of(Arrays.copyOf(packed, packed.length - 9), "no gzip".getBytes(StandardCharsets.UTF_8))) {
            var response = fixture.send(fixture.request(JSON, damaged).header("Content-Encoding", "gzip"));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(json(response).at("/error/code").asText()).isEqualTo("unreadable_body");
        }
        fixture.awaitLog();
        assertThat(fixture.events).noneMatch(event -> event.leadEmail().equals("damaged@example.com"));
        assertThat(fixture.quarantined).noneMatch(set -> raw(set).contains("damaged@example.com"));
    }

    @Test
    void linesReadBeforeTheDamageStay() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append(sent(campaign + "-damaged-lines", "lead" + i + "@example.com"))
                    .append('\n');
        }
        var packed = gzip(lines.toString());
        var damaged = Arrays.copyOf(packed, packed.length / 2);
        var response = fixture.send(fixture.request(NDJSON, damaged).header("Content-Encoding", "gzip"));
        assertThat(response.statusCode()).isEqualTo(400);
        int kept = json(response).at("/error/details/accepted").asInt();
        assertThat(kept).isBetween(1000, 19_999);
        assertThat(json(response).at("/error/details/quarantined").asInt()).isZero();
        fixture.awaitLog();
        assertThat(fixture.eventsOf(campaign + "-damaged-lines")).hasSize(kept);
    }

    @Test
    void skipsAByteOrderMark() {
        for (var type : List.of(JSON, NDJSON, "text/plain")) {
            var response = fixture.post(type, "\uFEFF" + sent(campaign, "bom@example.com"));
            assertThat(response.statusCode()).isEqualTo(202);
            assertThat(json(response).at("/accepted").asInt()).isEqualTo(1);
        }
        assertThat(fixture.post(JSON, "\uFEFF").statusCode()).isEqualTo(400);
    }
}
