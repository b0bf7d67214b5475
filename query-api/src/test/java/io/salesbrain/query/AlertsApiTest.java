package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertEnding;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.AlertMeasure;
import io.salesbrain.events.Topics;
import io.salesbrain.tenancy.CreatedOrganization;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlertsApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final Instant NOW = ApiServer.NOW;
    private static final AlertMeasure BOUNCES =
            new AlertMeasure(9, 112, 0.02, 0.043, 0.146, 0.9996, NOW.minus(Duration.ofDays(1)), NOW);

    private static Alert alert(
            CreatedOrganization owner, String name, AlertLevel level, Duration age, @Nullable Instant resolvedAt) {
        return new Alert(
                owner.organizationId(),
                "id-of-" + name,
                AlertKind.BOUNCE_RATE,
                level,
                name + "@acme.example",
                "",
                NOW.minus(age),
                NOW.minus(age),
                level == AlertLevel.CRITICAL ? NOW.minus(age) : null,
                resolvedAt,
                resolvedAt == null ? null : AlertEnding.RECOVERED,
                BOUNCES,
                0,
                null);
    }

    private static void write(Alert alert) {
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.ALERTS, alert.key(), alert));
    }

    private static JsonNode items(CreatedOrganization owner, String query) {
        return SERVER.json(owner.apiKey(), "/api/alerts" + query).get("items");
    }

    private static CreatedOrganization withThree() {
        var owner = SERVER.organization();
        write(alert(owner, "newest", AlertLevel.CRITICAL, Duration.ofHours(1), null));
        write(alert(owner, "older", AlertLevel.WARNING, Duration.ofHours(5), null));
        write(alert(owner, "over", AlertLevel.WARNING, Duration.ofHours(3), NOW));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> items(owner, "?state=all").size() == 3);
        return owner;
    }

    @Test
    void withoutAWordThoseWhoseCauseLastsTheNewestFirst() {
        var owner = withThree();

        assertThat(items(owner, "").findValuesAsText("alert_id")).containsExactly("id-of-newest", "id-of-older");
        assertThat(items(owner, "?state=resolved").findValuesAsText("alert_id")).containsExactly("id-of-over");
        assertThat(items(owner, "?state=all&kind=spam_rate")).isEmpty();
        assertThat(items(owner, "?account=older@acme.example")).hasSize(1);
    }

    @Test
    void anAlertSaysWhatWasMeasuredAndWhatToDo() {
        var alert = items(withThree(), "").get(0);

        assertThat(alert.get("level").asText()).isEqualTo("critical");
        assertThat(alert.get("message").asText())
                .contains("9 of 112 e-mails", "newest@acme.example", "8.0 %", "2.0 %", "99.9 %");
        assertThat(alert.get("what_to_do").asText()).isNotBlank();
        assertThat(alert.at("/measured/rate").asDouble()).isEqualTo(9 / 112.0);
        assertThat(alert.at("/measured/lower").asDouble()).isEqualTo(0.043);
    }

    @Test
    void listsHavePages() {
        var owner = withThree();
        var first = SERVER.json(owner.apiKey(), "/api/alerts?state=all&limit=2");
        var second = SERVER.json(
                owner.apiKey(),
                "/api/alerts?state=all&limit=2&starting_after="
                        + first.get("next_starting_after").asText());

        assertThat(first.get("items").findValuesAsText("alert_id")).containsExactly("id-of-newest", "id-of-over");
        assertThat(second.get("items").findValuesAsText("alert_id")).containsExactly("id-of-older");
        assertThat(second.get("next_starting_after").isNull()).isTrue();
    }

    @Test
    void peopleAcknowledgeAndMuteUntilATime() {
        var owner = withThree();
        var path = "/api/alerts/id-of-newest";

        assertThat(send(owner, "POST", path + "/acknowledge", "").get("state").asText())
                .isEqualTo("acknowledged");
        assertThat(send(owner, "POST", path + "/mute", "{\"hours\":24}")
                        .get("state")
                        .asText())
                .isEqualTo("muted");
        assertThat(items(owner, "?state=muted").get(0).get("muted_until").asText())
                .isEqualTo("2026-03-05T12:34:56.000Z");
        assertThat(items(owner, "?state=open").findValuesAsText("alert_id")).containsExactly("id-of-older");

        assertThat(send(owner, "DELETE", path + "/mute", "").get("state").asText())
                .isEqualTo("acknowledged");
        assertThat(send(owner, "POST", path + "/mute", "{\"until\":\"2026-03-06T00:00:00Z\"}")
                        .get("muted_until")
                        .asText())
                .isEqualTo("2026-03-06T00:00:00.000Z");
    }

    @Test
    void aMuteIsNeitherInThePastNorForEver() {
        var owner = withThree();
        for (var body : new String[] {
            "{\"until\":\"2026-03-01T00:00:00Z\"}", "{\"until\":\"2027-03-01T00:00:00Z\"}", "{\"hours\":0}", "{}"
        }) {
            assertThat(SERVER.send(owner.apiKey(), "POST", "/api/alerts/id-of-newest/mute", body)
                            .statusCode())
                    .as(body)
                    .isEqualTo(422);
        }
    }

    @Test
    void anothersAlertIsNotThere() {
        var owner = withThree();
        var stranger = SERVER.organization();

        assertThat(SERVER.get(stranger.apiKey(), "/api/alerts/id-of-newest").statusCode())
                .isEqualTo(404);
        assertThat(SERVER.send(stranger.apiKey(), "POST", "/api/alerts/id-of-newest/acknowledge", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(SERVER.json(owner.apiKey(), "/api/alerts/id-of-newest")
                        .get("kind")
                        .asText())
                .isEqualTo("bounce_rate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=closed", "kind=nonsense", "starting_after=!"})
    void whatCannotBeReadIsRefused(String query) {
        var owner = SERVER.organization();

        assertThat(SERVER.get(owner.apiKey(), "/api/alerts?" + query).statusCode())
                .isEqualTo(400);
    }

    private static JsonNode send(CreatedOrganization owner, String method, String path, String body) {
        var answer = SERVER.send(owner.apiKey(), method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiServer.read(answer.body());
    }
}
