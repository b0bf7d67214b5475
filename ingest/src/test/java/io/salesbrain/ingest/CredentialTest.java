package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The credential says whose an event is, as long as it is good. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialTest {
    private static final String JSON = "application/json";

    private final WebhookFixture fixture;

    CredentialTest(@TempDir Path folder) throws InterruptedException {
        fixture = new WebhookFixture(folder, IngestConfig.DEFAULT);
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void anEventOfAForeignWorkspaceIsTakenFlaggedAndCounted() throws InterruptedException {
        var other = fixture.organizations
                .createOrganization(new OrganizationId("other"), "Other")
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
        var added = fixture.organizations.addCredential(
                WebhookFixture.ACME, Scope.WEBHOOK, "to be revoked", Optional.empty());
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
