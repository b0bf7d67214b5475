package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.tenancy.CreatedOrganization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlertSettingsApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final String PATH = "/api/settings/alerts";

    private static JsonNode settings(CreatedOrganization organization) {
        return SERVER.json(organization.apiKey(), PATH);
    }

    @Test
    void whatIsLeftOutStaysAndDeletingGoesBackToTheDefaults() {
        var organization = SERVER.organization();
        var defaults = settings(organization);
        assertThat(defaults.get("bounce_rate_warning").asDouble()).isEqualTo(0.02);
        assertThat(defaults.get("spam_rate_critical").asDouble()).isEqualTo(0.003);
        assertThat(defaults.get("daily_limit").asBoolean()).isTrue();
        assertThat(defaults.get("is_default").asBoolean()).isTrue();

        var body = "{\"bounce_rate_warning\":0.03,\"daily_limit\":false}";
        var put = SERVER.send(organization.apiKey(), "PUT", PATH, body);
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        var own = settings(organization);
        assertThat(own.get("bounce_rate_warning").asDouble()).isEqualTo(0.03);
        assertThat(own.get("bounce_rate_critical").asDouble()).isEqualTo(0.05);
        assertThat(own.get("daily_limit").asBoolean()).isFalse();
        assertThat(own.get("is_default").asBoolean()).isFalse();
        assertThat(settings(SERVER.organization())).as("of another").isEqualTo(defaults);

        assertThat(SERVER.send(organization.apiKey(), "DELETE", PATH, "").statusCode())
                .isEqualTo(200);
        assertThat(settings(organization)).isEqualTo(defaults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bounce_rate_warning\":0}",
                "{\"bounce_rate_warning\":0.06}",
                "{\"spam_rate_critical\":1}",
                "{\"unsubscribe_rate_warning\":-0.1}",
                "{\"unsubscribe_rate_critical\":\"much\"}",
                "{\"daily_limit\":\"yes\"}"
            })
    void whatIsNoLevelIsRefused(String body) {
        var organization = SERVER.organization();
        assertThat(SERVER.send(organization.apiKey(), "PUT", PATH, body).statusCode())
                .isEqualTo(422);
        assertThat(settings(organization).get("is_default").asBoolean()).isTrue();
    }
}
