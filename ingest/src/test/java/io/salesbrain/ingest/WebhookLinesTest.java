package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.NDJSON;
import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** NDJSON, and text that may be either. */
@ExtendWith(SharedWebhook.class)
class WebhookLinesTest {
    private final WebhookFixture fixture;
    private final String campaign = "campaign-" + UUID.randomUUID();

    WebhookLinesTest(WebhookFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void eachLineStandsForItself() {
        var body = "\n" + sent(campaign, "line1@example.com") + "\r\n \t\r\n[1]\n{\"a\":\nnull\n"
                + sent(campaign, "line2@example.com");
        var response = fixture.post(NDJSON, body);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).at("/accepted").asInt()).isEqualTo(2);
        assertThat(json(response).at("/reasons").findValuesAsText("index")).containsExactly("3", "4", "5");
        assertThat(json(response).at("/reasons").findValuesAsText("code"))
                .containsExactly("not_an_object", "malformed_json", "not_an_object");
    }

    @Test
    void blankLinesAloneAreNothing() {
        var response = fixture.post(NDJSON, "\n  \n\r\n");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEqualTo("{\"accepted\":0,\"quarantined\":0,\"reasons\":[]}");
    }

    @Test
    void plainTextIsADocumentIfItParsesElseLines() {
        var pretty = """
                {
                  "event_type": "email_sent",
                  "timestamp": "2026-01-01T00:00:00Z",
                  "lead_email": "pretty@example.com"
                }
                """;
        assertThat(json(fixture.post("text/plain", pretty)).at("/accepted").asInt())
                .isEqualTo(1);

        var array = "[" + pretty + "," + pretty + "]";
        assertThat(json(fixture.post("", array)).at("/accepted").asInt()).isEqualTo(2);

        var lines = sent(campaign, "plain1@example.com") + "\n" + sent(campaign, "plain2@example.com") + "\noops";
        var answer = json(fixture.post("text/plain", lines));
        assertThat(answer.at("/accepted").asInt()).isEqualTo(2);
        assertThat(answer.at("/quarantined").asInt()).isEqualTo(1);

        var malformed = fixture.post("text/plain", "{\"a\":");
        assertThat(malformed.statusCode()).isEqualTo(202);
        assertThat(json(malformed).at("/quarantined").asInt()).isEqualTo(1);

        assertThat(fixture.post("text/plain", "42").statusCode()).isEqualTo(400);
    }
}
