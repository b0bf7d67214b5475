package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.tenancy.CreatedOrganization;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The administrator's way with credentials and known workspaces. */
final class CredentialsApiTest {
    private static final ApiServer SERVER = ApiServer.shared();

    private final CreatedOrganization acme = SERVER.organization();
    private final String path = "/api/admin/organizations/" + acme.organizationId() + "/credentials";

    private static int status(String method, String path, String body) {
        return SERVER.send(ApiServer.ADMIN, method, path, body).statusCode();
    }

    private static JsonNode created(String path, String body) {
        var answer = SERVER.send(ApiServer.ADMIN, "POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ApiServer.read(answer.body());
    }

    private static int whoami(String key) {
        return SERVER.get(key, "/api/whoami").statusCode();
    }

    private JsonNode listed(String credentialId) {
        for (var item : SERVER.json(ApiServer.ADMIN, path + "?limit=100").get("items")) {
            if (item.get("credential_id").asText().equals(credentialId)) {
                return item;
            }
        }
        throw new AssertionError("there is no credential " + credentialId);
    }

    @Test
    void aCredentialIsAddedShownOnceUsedAndRevoked() {
        var created = created(
                path, "{\"scope\":\"api\",\"name\":\" Reports \",\"expires_at\":\"2999-01-01T00:00:00+01:00\"}");
        var id = created.get("credential_id").asText();
        var secret = created.get("secret").asText();
        assertThat(secret).startsWith("sbk_").startsWith(created.get("hint").asText());
        assertThat(created.get("name").asText()).isEqualTo("Reports");
        assertThat(created.get("expires_at").asText()).isEqualTo("2998-12-31T23:00:00.000Z");
        assertThat(created.get("last_used_at").isNull()).isTrue();

        assertThat(whoami(secret)).isEqualTo(200);
        assertThat(listed(id).get("last_used_at").asText()).isNotEmpty();
        assertThat(listed(id).get("status").asText()).isEqualTo("active");
        assertThat(listed(id).has("secret")).isFalse();
        assertThat(SERVER.get(ApiServer.ADMIN, path).body()).doesNotContain(secret, "sha256", "digest");

        assertThat(status("DELETE", path + "/" + id, "")).isEqualTo(204);
        assertThat(whoami(secret)).isEqualTo(401);
        assertThat(whoami(acme.apiKey())).isEqualTo(200);
        var revokedAt = listed(id).get("revoked_at").asText();
        assertThat(status("DELETE", path + "/" + id, "")).isEqualTo(204);
        assertThat(listed(id).get("revoked_at").asText()).isEqualTo(revokedAt);
        assertThat(listed(id).get("status").asText()).isEqualTo("revoked");
        assertThat(status("POST", path + "/" + id + "/rotate", "")).isEqualTo(409);
    }

    @Test
    void aRotationOverlapsForADayUnlessToldOtherwise() {
        var old = created(path, "{\"scope\":\"api\",\"name\":\"main\"}");
        var rotate = path + "/" + old.get("credential_id").asText() + "/rotate";
        var fresh = created(rotate, "");
        assertThat(fresh.get("name").asText()).isEqualTo("main");
        assertThat(fresh.at("/replaces/credential_id")).isEqualTo(old.get("credential_id"));
        assertThat(fresh.at("/replaces/expires_at").asText()).isNotEmpty();
        assertThat(fresh.at("/replaces/status").asText()).isEqualTo("active");
        assertThat(whoami(old.get("secret").asText())).isEqualTo(200);
        assertThat(whoami(fresh.get("secret").asText())).isEqualTo(200);

        var last = created(rotate, "{\"overlap_hours\":0}");
        assertThat(whoami(old.get("secret").asText())).isEqualTo(401);
        assertThat(whoami(fresh.get("secret").asText())).isEqualTo(200);
        assertThat(whoami(last.get("secret").asText())).isEqualTo(200);
        assertThat(listed(old.get("credential_id").asText()).get("status").asText())
                .isEqualTo("expired");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|400",
                "[]|400",
                "{}|422",
                "{\"scope\":\"admin\"}|422",
                "{\"scope\":7}|422",
                "{\"scope\":\"api\",\"name\":7}|422",
                "{\"scope\":\"api\",\"expires_at\":\"tomorrow\"}|422",
                "{\"scope\":\"api\",\"expires_at\":\"2020-01-01T00:00:00Z\"}|422",
            })
    void aBadCredentialIsRefused(String body, int status) {
        assertThat(status("POST", path, body)).isEqualTo(status);
    }

    @Test
    void aNameHasALimit() {
        assertThat(status("POST", path, "{\"scope\":\"webhook\",\"name\":\"" + "n".repeat(101) + "\"}"))
                .isEqualTo(422);
        assertThat(status("POST", path, "{\"scope\":\"webhook\",\"name\":\"" + "n".repeat(100) + "\"}"))
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|400",
                "{\"overlap_hours\":-1}|422",
                "{\"overlap_hours\":169}|422",
                "{\"overlap_hours\":1.5}|422",
                "{\"overlap_hours\":\"1\"}|422",
                "{\"overlap_hours\":168}|201",
                "{\"overlap_hours\":null}|201",
            })
    void anOverlapHasLimits(String body, int status) {
        var id = created(path, "{\"scope\":\"webhook\"}").get("credential_id").asText();
        assertThat(status("POST", path + "/" + id + "/rotate", body)).isEqualTo(status);
    }

    @Test
    void whatIsNotThereIsA404AndWhatIsAnothersToo() {
        var rivals = SERVER.organization();
        var rivalsPath = "/api/admin/organizations/" + rivals.organizationId() + "/credentials";
        var rivalsId = SERVER.json(ApiServer.ADMIN, rivalsPath)
                .at("/items/0/credential_id")
                .asText();
        assertThat(status("DELETE", path + "/" + rivalsId, "")).isEqualTo(404);
        assertThat(status("POST", path + "/" + rivalsId + "/rotate", "")).isEqualTo(404);
        assertThat(status("DELETE", path + "/nothing", "")).isEqualTo(404);
        assertThat(status("GET", path.replace("org-", "no-org-"), "")).isEqualTo(404);
        assertThat(status("POST", path.replace("org-", "no-org-"), "{\"scope\":\"api\"}"))
                .isEqualTo(404);
        assertThat(status("DELETE", path.replace("org-", "no-org-") + "/x", "")).isEqualTo(404);
        assertThat(status("GET", "/api/admin/organizations/%20/credentials", ""))
                .isEqualTo(400);
        assertThat(whoami(rivals.apiKey())).isEqualTo(200);
    }

    @Test
    void theTwentyFirstIsAConflict() {
        for (int i = 1; i < 20; i++) {
            created(path, "{\"scope\":\"webhook\"}");
        }
        assertThat(status("POST", path, "{\"scope\":\"webhook\"}")).isEqualTo(409);
        assertThat(status("POST", path, "{\"scope\":\"api\"}")).isEqualTo(201);

        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = SERVER.json(ApiServer.ADMIN, path + "?limit=5" + next);
            seen.addAll(page.get("items").findValuesAsText("credential_id"));
            next = page.get("next_starting_after").isNull()
                    ? ""
                    : "&starting_after=" + page.get("next_starting_after").asText();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(22).doesNotHaveDuplicates();
        assertThat(status("GET", path + "?starting_after=AAAA", "")).isEqualTo(400);
    }

    @Test
    void workspacesAreSetAndShown() {
        var workspaces = "/api/admin/organizations/" + acme.organizationId() + "/workspaces";
        var answer = SERVER.send(ApiServer.ADMIN, "PUT", workspaces, "{\"workspaces\":[\"w-2\",\"w-1\",\"w-2\"]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ApiServer.read(answer.body()).get("workspaces")).hasToString("[\"w-1\",\"w-2\"]");
        var shown = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = SERVER.json(ApiServer.ADMIN, "/api/admin/organizations?limit=100" + next);
            page.get("items").forEach(shown::add);
            next = page.get("next_starting_after").isNull()
                    ? ""
                    : "&starting_after=" + page.get("next_starting_after").asText();
        } while (!next.isEmpty());
        assertThat(shown)
                .filteredOn(item -> item.get("organization_id")
                        .asText()
                        .equals(acme.organizationId().value()))
                .singleElement()
                .satisfies(item -> assertThat(item.get("workspaces")).hasToString("[\"w-1\",\"w-2\"]"));

        var tooMany = IntStream.rangeClosed(0, 200)
                .mapToObj(i -> "\"w" + i + "\"")
                .collect(Collectors.joining(",", "{\"workspaces\":[", "]}"));
        assertThat(status("PUT", workspaces, tooMany)).isEqualTo(422);
        assertThat(status("PUT", workspaces, "{\"workspaces\":[\"" + "w".repeat(257) + "\"]}"))
                .isEqualTo(422);
        assertThat(status("PUT", workspaces, "{\"workspaces\":[7]}")).isEqualTo(422);
        assertThat(status("PUT", workspaces, "{}")).isEqualTo(422);
        assertThat(status("PUT", workspaces.replace("org-", "no-org-"), "{\"workspaces\":[]}"))
                .isEqualTo(404);
        assertThat(status("PUT", workspaces, "{\"workspaces\":[]}")).isEqualTo(200);
    }
}
