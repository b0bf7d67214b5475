package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.tenancy.CreatedOrganization;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a key may do, and what is written down of what was done. */
final class PermissionsApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final String COST =
            "{\"cost_id\":\"c\",\"amount\":\"1\",\"currency\":\"EUR\",\"incurred_at\":\"2026-03-01T00:00:00Z\"}";

    private final CreatedOrganization acme = SERVER.organization();
    private final String credentials = "/api/admin/organizations/" + acme.organizationId() + "/credentials";

    private JsonNode key(String permissions) {
        var body = "{\"scope\":\"api\",\"name\":\"Reports\",\"member_id\":\"m-7\",\"permissions\":" + permissions + "}";
        var answer = SERVER.send(ApiServer.ADMIN, "POST", credentials, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ApiServer.read(answer.body());
    }

    private static int status(String key, String method, String path, String body) {
        return (method.equals("GET") ? SERVER.get(key, path) : SERVER.send(key, method, path, body)).statusCode();
    }

    @Test
    void aReaderReadsAndNothingElse() {
        var key = key("[\"read\"]").get("secret").asText();
        assertThat(status(key, "GET", "/api/hot-leads", "")).isEqualTo(200);
        assertThat(status(key, "GET", "/api/settings/scoring", "")).isEqualTo(200);
        for (var refused : List.of(
                "PUT /api/settings/scoring",
                "POST /api/alert-targets",
                "GET /api/costs",
                "GET /api/roi",
                "POST /api/deals",
                "POST /api/follow-ups/f/done")) {
            var target = refused.split(" ");
            assertThat(status(key, target[0], target[1], "{}")).as(refused).isEqualTo(403);
        }
        var error = ApiServer.read(SERVER.get(key, "/api/costs").body()).get("error");
        assertThat(error.get("message").asText()).contains("costs");
    }

    @Test
    void aBookkeeperSeesMoneyOnly() {
        var key = key("[\"costs\"]").get("secret").asText();
        assertThat(status(key, "POST", "/api/costs", COST)).isEqualTo(201);
        assertThat(status(key, "GET", "/api/roi", "")).isEqualTo(200);
        assertThat(status(key, "GET", "/api/hot-leads", "")).isEqualTo(403);
        assertThat(status(key, "GET", "/api/live", "")).isEqualTo(403);
    }

    @Test
    void aKeySaysWhatItMayAndWhoseItIs() {
        var created = key("[\"inbox\",\"read\"]");
        assertThat(created.get("permissions")).hasToString("[\"read\",\"inbox\"]");
        var whoami = SERVER.json(created.get("secret").asText(), "/api/whoami");
        assertThat(whoami.get("permissions")).hasToString("[\"read\",\"inbox\"]");
        assertThat(whoami.get("key_name").asText()).isEqualTo("Reports");
        assertThat(whoami.get("member_id").asText()).isEqualTo("m-7");
        assertThat(SERVER.json(acme.apiKey(), "/api/whoami").get("permissions")).hasSize(4);
    }

    @Test
    void aPermissionThatIsNoneIsRefused() {
        for (var wrong : List.of("[]", "[\"everything\"]", "\"read\"")) {
            var body = "{\"scope\":\"api\",\"permissions\":" + wrong + "}";
            assertThat(status(ApiServer.ADMIN, "POST", credentials, body))
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    @Test
    void whoChangedWhatIsWrittenDown() {
        var key = key("[\"write\",\"read\",\"costs\"]");
        assertThat(status(key.get("secret").asText(), "PUT", "/api/settings/scoring", "{\"open_points\":7}"))
                .isEqualTo(200);
        assertThat(status(key.get("secret").asText(), "PUT", "/api/settings/scoring", "{\"open_points\":-1}"))
                .isEqualTo(422);
        var items = SERVER.json(acme.apiKey(), "/api/audit").get("items");
        assertThat(items).hasSize(2);
        var change = items.get(0);
        assertThat(change.get("actor").asText()).isEqualTo("Reports");
        assertThat(change.get("member_id").asText()).isEqualTo("m-7");
        assertThat(change.get("action").asText()).isEqualTo("PUT /api/settings/scoring");
        assertThat(change.get("details").get("open_points").asText()).isEqualTo("7");
        assertThat(change.get("credential_id").asText())
                .isEqualTo(key.get("credential_id").asText());
        var creation = items.get(1);
        assertThat(creation.get("actor").asText()).isEqualTo("admin");
        assertThat(creation.get("path").asText()).isEqualTo(credentials);

        var byAdmin =
                SERVER.json(ApiServer.ADMIN, "/api/admin/audit?actor=admin&organization_id=" + acme.organizationId());
        assertThat(byAdmin.get("items")).hasSize(1);
        assertThat(SERVER.json(SERVER.organization().apiKey(), "/api/audit").get("items"))
                .isEmpty();
    }

    @Test
    void whatOpensSomethingIsNotWrittenDown() {
        var target = "{\"kind\":\"webhook\",\"name\":\"Ops\",\"url\":\"https://hooks.example.com/very-secret\"}";
        SERVER.send(acme.apiKey(), "POST", "/api/alert-targets", target);
        assertThat(SERVER.get(acme.apiKey(), "/api/audit").body()).doesNotContain("very-secret");
    }

    @Test
    void answersSayHowMuchIsLeft() {
        var answer = SERVER.get(acme.apiKey(), "/api/whoami");
        assertThat(answer.headers().firstValue("RateLimit-Limit")).contains("300000");
        assertThat(answer.headers().firstValue("RateLimit-Remaining")).isPresent();
    }
}
