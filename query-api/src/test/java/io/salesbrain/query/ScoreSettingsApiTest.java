package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.tenancy.CreatedOrganization;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScoreSettingsApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final Instant NOW = ApiServer.NOW;

    private final OwnSettings settings = OwnSettings.untouched("/api/settings/scoring");
    private final CreatedOrganization organization = settings.organization();

    @Test
    void whatIsLeftOutStaysAndDeletingGoesBackToTheDefaults() {
        var defaults = settings.shown();
        assertThat(defaults.get("open_points").asInt()).isEqualTo(10);
        assertThat(defaults.get("half_life_days").asInt()).isEqualTo(14);
        assertThat(defaults.get("is_default").asBoolean()).isTrue();

        assertThat(settings.put("{\"reply_points\":80,\"half_life_days\":\"7.5\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(settings.put("{\"hot_share\":0.25}").statusCode()).isEqualTo(200);
        var own = settings.shown();
        assertThat(own.get("reply_points").asInt()).isEqualTo(80);
        assertThat(own.get("click_points").asInt()).isEqualTo(25);
        assertThat(own.get("half_life_days").decimalValue()).isEqualByComparingTo("7.5");
        assertThat(own.get("hot_share").decimalValue()).isEqualByComparingTo("0.25");
        settings.assertNobodyElsesAndDeletable(defaults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"open_points\":-1}",
                "{\"open_points\":1.5}",
                "{\"meeting_points\":100001}",
                "{\"half_life_days\":0.04}",
                "{\"half_life_days\":3651}",
                "{\"hot_share\":0}",
                "{\"hot_share\":1.01}",
                "{\"hot_minimum\":-1}",
                "{\"hot_minimum\":\"much\"}",
                "[]"
            })
    void whatMakesNoSenseIsRefusedWithItsName(String body) {
        var answer = settings.put(body);
        assertThat(answer.statusCode()).isEqualTo(body.startsWith("{") ? 422 : 400);
        if (body.startsWith("{")) {
            assertThat(answer.body()).contains(body.substring(2, body.indexOf('"', 2)));
        }
        assertThat(settings.areDefault()).isTrue();
    }

    @Test
    void theShareAndTheMinimumHoldAtOnce() {
        for (int i = 0; i < 4; i++) {
            SERVER.write(Leads.state(
                    organization.organizationId(),
                    "lead" + i + "@example.com",
                    false,
                    Leads.reply("c", NOW.minus(Duration.ofDays(14L * i)))));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> hot().get("scored_leads").asInt() == 4);
        assertThat(hot().get("items")).hasSize(1);
        settings.put("{\"hot_share\":0.75}");
        assertThat(hot().get("items")).hasSize(3);
        settings.put("{\"hot_minimum\":20}");
        assertThat(hot().get("items")).as("50 and 25, not 12.5").hasSize(2);
        assertThat(hot().get("threshold").asDouble()).isEqualTo(20);
        assertThat(SERVER.json(organization.apiKey(), "/api/leads/lead2@example.com")
                        .get("hot")
                        .asBoolean())
                .isFalse();
        var later = NOW.plus(Duration.ofDays(14));
        assertThat(SERVER.json(organization.apiKey(), "/api/hot-leads?hot=true&at=" + later)
                        .get("items"))
                .as("two weeks later only one of them is worth 20")
                .hasSize(1);
    }

    private JsonNode hot() {
        return SERVER.json(organization.apiKey(), "/api/hot-leads?hot=true");
    }
}
