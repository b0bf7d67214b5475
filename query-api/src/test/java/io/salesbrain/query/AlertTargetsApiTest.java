package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.tenancy.CreatedOrganization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlertTargetsApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final String PATH = "/api/alert-targets";

    private static JsonNode create(CreatedOrganization owner, String url) {
        var answer = SERVER.send(
                owner.apiKey(), "POST", PATH, "{\"kind\":\"webhook\",\"name\":\"ops\",\"url\":\"" + url + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ApiServer.read(answer.body());
    }

    @Test
    void aTargetShowsItsSecretOnceAndCanBeTakenAway() {
        var owner = SERVER.organization();
        var created = create(owner, "https://hooks.example.com/alerts");

        assertThat(created.get("secret").asText()).startsWith("whsec_");
        var listed = SERVER.json(owner.apiKey(), PATH).get("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).has("secret")).isFalse();
        assertThat(listed.get(0).get("disabled_at").isNull()).isTrue();

        var id = created.get("target_id").asText();
        assertThat(SERVER.send(SERVER.organization().apiKey(), "DELETE", PATH + "/" + id, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(SERVER.send(owner.apiKey(), "DELETE", PATH + "/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(SERVER.json(owner.apiKey(), PATH).get("items")).isEmpty();
    }

    @Test
    void aTestSaysThatAPrivateAddressIsNotCalled() {
        var owner = SERVER.organization();
        var id = create(owner, "https://localhost:1/alerts").get("target_id").asText();

        var answer = ApiServer.read(SERVER.send(owner.apiKey(), "POST", PATH + "/" + id + "/test", "")
                .body());
        assertThat(answer.get("delivered").asBoolean()).isFalse();
        assertThat(answer.get("why").asText()).contains("private network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://user:word@hooks.example.com/",
                "nonsense"
            })
    void whatIsNoGoodAddressIsRefused(String url) {
        var owner = SERVER.organization();
        var body = "{\"kind\":\"webhook\",\"url\":\"" + url + "\"}";

        assertThat(SERVER.send(owner.apiKey(), "POST", PATH, body).statusCode()).isEqualTo(422);
    }
}
