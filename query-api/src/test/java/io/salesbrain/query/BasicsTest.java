package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, organizations, errors and headers. */
final class BasicsTest {
    private static final ApiServer SERVER = ApiServer.shared();

    @Test
    void whoamiTellsTheRole() {
        var acme = SERVER.organization();

        var own = SERVER.json(acme.apiKey(), "/api/whoami");
        assertThat(own.get("role").asText()).isEqualTo("organization");
        assertThat(own.get("organization_id").asText())
                .isEqualTo(acme.organizationId().value());
        assertThat(own.get("name").asText()).isEqualTo(acme.name());

        var admin = SERVER.json(ApiServer.ADMIN, "/api/whoami");
        assertThat(admin.get("role").asText()).isEqualTo("admin");
        assertThat(admin.get("organization_id").isNull()).isTrue();
    }

    @Test
    void anOrganizationIsCreatedOnceAndItsKeysWorkAtOnce() {
        var body = "{\"organization_id\":\"new-one\",\"name\":\"New One\"}";
        var created = SERVER.send(ApiServer.ADMIN, "POST", "/api/admin/organizations", body);
        assertThat(created.statusCode()).isEqualTo(201);
        var answer = ApiServer.read(created.body());
        assertThat(answer.get("organization_id").asText()).isEqualTo("new-one");
        assertThat(answer.get("webhook_secret").asText()).isNotBlank();
        assertThat(SERVER.json(answer.get("api_key").asText(), "/api/whoami")
                        .get("name")
                        .asText())
                .isEqualTo("New One");

        assertThat(SERVER.send(ApiServer.ADMIN, "POST", "/api/admin/organizations", body)
                        .statusCode())
                .isEqualTo(409);
        var listed = SERVER.get(ApiServer.ADMIN, "/api/admin/organizations?limit=100");
        assertThat(listed.body())
                .contains("new-one")
                .doesNotContain(answer.get("api_key").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|400",
                "[]|400",
                "{}|422",
                "{\"organization_id\":\"a/b\",\"name\":\"x\"}|422",
                "{\"organization_id\":7,\"name\":\"x\"}|422",
                "{\"organization_id\":\"fine-id\"}|422",
                "{\"organization_id\":\"fine-id\",\"name\":\"  \"}|422",
            })
    void aBadOrganizationIsRefused(String body, int status) {
        var answer = SERVER.send(ApiServer.ADMIN, "POST", "/api/admin/organizations", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(ApiServer.read(answer.body()).get("error").get("message").asText())
                .isNotBlank();
    }

    @Test
    void aBodyHasALimit() {
        var body = "{\"organization_id\":\"big\",\"name\":\"" + "x".repeat(70_000) + "\"}";

        assertThat(SERVER.send(ApiServer.ADMIN, "POST", "/api/admin/organizations", body)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void organizationsHavePages() {
        SERVER.organization();
        SERVER.organization();
        var first = SERVER.json(ApiServer.ADMIN, "/api/admin/organizations?limit=1");
        var next = SERVER.json(
                ApiServer.ADMIN,
                "/api/admin/organizations?limit=1&starting_after="
                        + first.get("next_starting_after").asText());

        assertThat(next.get("items").get(0).get("organization_id").asText())
                .isGreaterThan(first.get("items").get(0).get("organization_id").asText());
    }

    @Test
    void aCampaignIsAssignedToAnOrganizationThatExists() {
        var acme = SERVER.organization();
        var path = "/api/admin/campaigns/shared-1/organization";

        assertThat(SERVER.send(ApiServer.ADMIN, "PUT", path, "{\"organization_id\":\"" + acme.organizationId() + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(SERVER.send(ApiServer.ADMIN, "PUT", path, "{\"organization_id\":\"nobody-at-all\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/nothing", "/api/instantly/campaign/x/nothing"})
    void anUnknownPathIsA404InJson(String path) {
        var answer = SERVER.get(ApiServer.ADMIN, path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(ApiServer.read(answer.body()).get("error").get("code").asText())
                .isEqualTo("not_found");
    }

    @Test
    void aWrongMethodIsAnsweredInJson() {
        var answer = SERVER.send(ApiServer.ADMIN, "DELETE", "/api/whoami", "");

        assertThat(answer.statusCode()).isIn(404, 405);
        assertThat(ApiServer.read(answer.body()).has("error")).isTrue();
    }

    @Test
    void whatBreaksInsideStaysInside() {
        var answer = SERVER.get(ApiServer.ADMIN, "/api/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret", "Exception");
        assertThat(ApiServer.read(answer.body()).get("error").get("code").asText())
                .isEqualTo("internal_error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=-1",
                "starting_after=%25%25",
                "starting_after=AAAA",
                "at=yesterday",
                "hot=maybe"
            })
    void aParameterThatCannotBeReadIsNamed(String query) {
        var acme = SERVER.organization();
        var answer = SERVER.get(acme.apiKey(), "/api/hot-leads?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ApiServer.read(answer.body())
                        .get("error")
                        .get("details")
                        .get("parameter")
                        .asText())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void everyAnswerCarriesTheHeaders() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(SERVER.uri("/api/whoami"))
                    .header("X-Request-Id", "my-request.1")
                    .build();
            var headers =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).headers();
            assertThat(headers.firstValue("X-Request-Id")).contains("my-request.1");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        var page = SERVER.get("", "/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
    }

    @Test
    void operationsNeedNoKey() {
        assertThat(SERVER.json("", "/health").get("status").asText()).isEqualTo("ok");
        assertThat(SERVER.get("", "/metrics").body()).isEqualTo("up 1\n");
        var ready = SERVER.json("", "/ready");
        assertThat(ready.get("status").asText()).isEqualTo("ready");
        assertThat(ready.get("components").findValuesAsText("name"))
                .contains("lead_states", "rates", "costs", "scored_events", "directory");
    }
}
