package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.JSON;
import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.tenancy.Grant;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    @Test
    void anEventOfAForeignWorkspaceIsTakenFlaggedAndCounted() throws InterruptedException {
        var other = fixture.organizations
                .createOrganization(new OrganizationId("other-workspace"), "Other")
                .organizationId();
        fixture.organizations.setWorkspaces(other, List.of("workspace-of-other"));
        for (var workspace : List.of("workspace-of-other", "workspace-of-nobody", "")) {
            var body = sent("workspaces", workspace + "x@example.com")
                    .replaceFirst("\\{", "{\"workspace\":\"" + workspace + "\",");
            var answer = fixture.post(JSON, body);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(json(answer).get("accepted").asInt()).isEqualTo(1);
        }
        fixture.awaitLog();
        assertThat(fixture.eventsOf("workspaces")).hasSize(3).allSatisfy(event -> {
            assertThat(event.organizationId()).isEqualTo(WebhookFixture.ACME);
            assertThat(event.flags().contains(EventFlag.FOREIGN_WORKSPACE))
                    .isEqualTo(event.workspace().equals("workspace-of-other"));
        });
        assertThat(fixture.metrics
                        .get("salesbrain.ingest.foreign_workspace")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aRevokedSecretIsRefusedFromThenOn() throws InterruptedException {
        var added =
                fixture.organizations.addCredential(WebhookFixture.ACME, Scope.WEBHOOK, Grant.named("to be revoked"));
        assertThat(postWith(added.secret())).isEqualTo(202);
        fixture.organizations.revokeCredential(
                WebhookFixture.ACME, added.credential().credentialId());
        assertThat(postWith(added.secret())).isEqualTo(401);
        assertThat(postWith(fixture.acme.webhookSecret())).isEqualTo(202);
    }

    private int postWith(String secret) {
        var body = sent("revoked", "r@example.com").getBytes(StandardCharsets.UTF_8);
        var request = fixture.request(JSON, body).setHeader("Authorization", "Bearer " + secret);
        return fixture.send(request).statusCode();
    }
}
