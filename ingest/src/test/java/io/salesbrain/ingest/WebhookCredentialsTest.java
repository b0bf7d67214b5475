package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.JSON;
import static io.salesbrain.ingest.WebhookFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose key opens the webhook. */
@ExtendWith(SharedWebhook.class)
class WebhookCredentialsTest {
    private final WebhookFixture fixture;

    WebhookCredentialsTest(WebhookFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void refusesBeforeAnythingElseWhoeverShowsNoCredential() {
        for (var header : List.of("", "Basic YTpi", "Bearer", "Bearer  ", "sbw_something", "Bearer a b")) {
            var request = HttpRequest.newBuilder(fixture.uri())
                    .header("Content-Type", "image/png")
                    .POST(BodyPublishers.ofString("anything"));
            if (!header.isEmpty()) {
                request.header("Authorization", header);
            }
            var response = fixture.send(request);
            assertThat(response.statusCode()).as(header).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(json(response).at("/error/code").asText()).isEqualTo("missing_credential");
        }
    }

    @Test
    void knowsWhoseKeyOpensWhat() {
        assertThat(withToken("sbw_unknown").statusCode()).isEqualTo(401);
        assertThat(withToken(fixture.acme.apiKey()).statusCode()).isEqualTo(403);
        assertThat(withToken(WebhookFixture.ADMIN_SECRET.replace(' ', '_')).statusCode())
                .isEqualTo(401);
        assertThat(json(withToken(fixture.acme.apiKey())).at("/error/code").asText())
                .isEqualTo("wrong_credential");
        assertThat(withToken(fixture.acme.webhookSecret()).statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> withToken(String token) {
        return fixture.send(HttpRequest.newBuilder(fixture.uri())
                .header("Content-Type", JSON)
                .header("Authorization", "bEaReR " + token)
                .POST(BodyPublishers.ofString("[]")));
    }
}
