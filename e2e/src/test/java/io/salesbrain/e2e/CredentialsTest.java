package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a webhook secret through HTTP, over a restart, and what becomes of an event of a foreign workspace. */
class CredentialsTest {

    private final Instant start = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

    @TempDir
    private Path data;

    @Test
    void whatWasRotatedAndRevokedStaysSoAndForeignWorkspacesAreShown() throws Exception {
        Api.Customer customer;
        String successor;
        JsonNode before;
        try (var run = Installation.start(data)) {
            var api = run.api();
            customer = api.createCustomer("acme");
            var path = credentials(customer);
            assertThat(api.admin("PUT", path.replace("credentials", "workspaces"), "{\"workspaces\":[\"w-2\"]}")
                            .status())
                    .isEqualTo(200);
            assertThat(send(api, customer.webhookSecret())).isEqualTo(202);
            assertFlagged(api, customer);

            var rotated =
                    api.admin("POST", path + "/" + idOf(api, customer, "webhook") + "/rotate", "{\"overlap_hours\":1}");
            assertThat(rotated.status()).as("%s", rotated.body()).isEqualTo(201);
            successor = rotated.body().path("secret").asText();
            assertThat(send(api, customer.webhookSecret())).isEqualTo(202);
            assertThat(send(api, successor)).isEqualTo(202);
            assertThat(api.admin("DELETE", path + "/" + idOf(api, customer, "webhook"), "")
                            .status())
                    .isEqualTo(204);
            assertThat(send(api, customer.webhookSecret())).isEqualTo(401);
            before = api.admin(path).body();
            assertThat(before.path("items")).as("%s", before).hasSize(3);
        }
        try (var run = Installation.start(data)) {
            var api = run.api();
            assertThat(send(api, customer.webhookSecret())).isEqualTo(401);
            Api.eventually(
                    () -> assertThat(api.admin(credentials(customer)).body()).isEqualTo(before));
            assertThat(send(api, successor)).isEqualTo(202);
        }
    }

    private int send(Api api, String secret) throws Exception {
        return api.webhook(secret, FiveEvents.payloads(start).getFirst()).status();
    }

    private static void assertFlagged(Api api, Api.Customer customer) {
        Api.eventually(() -> {
            var lead =
                    api.get("/api/leads/" + FiveEvents.LEAD, customer.apiKey()).body();
            assertThat(lead.path("timeline").path(0).path("flags").path(0).asText())
                    .as("%s", lead)
                    .isEqualTo("foreign_workspace");
        });
    }

    /** The oldest of this scope. */
    private static String idOf(Api api, Api.Customer customer, String scope) throws Exception {
        for (var item : api.admin(credentials(customer)).body().path("items")) {
            if (item.path("scope").asText().equals(scope)) {
                return item.path("credential_id").asText();
            }
        }
        throw new AssertionError("there is no credential of scope " + scope);
    }

    private static String credentials(Api.Customer customer) {
        return "/api/admin/organizations/" + customer.id() + "/credentials";
    }
}
