package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.tenancy.CreatedOrganization;
import java.net.http.HttpResponse;

/** Settings of one organization, as a client of it sees and changes them. */
record OwnSettings(CreatedOrganization organization, String path) {
    private static final ApiServer SERVER = ApiServer.shared();

    /** Of an organization that has changed nothing yet. */
    static OwnSettings untouched(String path) {
        return new OwnSettings(SERVER.organization(), path);
    }

    JsonNode shown() {
        return SERVER.json(organization.apiKey(), path);
    }

    HttpResponse<String> put(String body) {
        return SERVER.send(organization.apiKey(), "PUT", path, body);
    }

    boolean areDefault() {
        return shown().get("is_default").asBoolean();
    }

    /** What was changed is changed for nobody else, and deleting takes it back. */
    void assertNobodyElsesAndDeletable(JsonNode defaults) {
        assertThat(areDefault()).isFalse();
        assertThat(untouched(path).shown()).as("of another").isEqualTo(defaults);
        var deleted = SERVER.send(organization.apiKey(), "DELETE", path, "");
        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(shown()).isEqualTo(defaults);
    }
}
