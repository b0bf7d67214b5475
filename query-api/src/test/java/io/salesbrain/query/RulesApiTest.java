package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.RuleAction;
import io.salesbrain.events.Topics;
import io.salesbrain.tenancy.CreatedOrganization;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RulesApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final String PATH = "/api/instantly/rules";
    private static final String RULE =
            "{\"name\":\"Too many bounces\",\"kinds\":[\"spam_rate\",\"bounce_rate\",\"bounce_rate\"]}";

    private static JsonNode put(CreatedOrganization organization, String rules) {
        var answer = SERVER.send(organization.apiKey(), "PUT", PATH, "{\"rules\":[" + rules + "]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiServer.read(answer.body());
    }

    @Test
    void rulesArePutAsAWholeAndSayThatNothingIsConnected() {
        var organization = SERVER.organization();
        var none = SERVER.json(organization.apiKey(), PATH);
        assertThat(none.path("rules")).isEmpty();
        assertThat(none.path("changed_at").isNull()).isTrue();

        var answer = put(organization, RULE);
        assertThat(answer.path("connected").asBoolean()).isFalse();
        assertThat(answer.path("missing").asText()).contains("no connection to Instantly");
        var rule = answer.path("rules").get(0);
        assertThat(rule.path("kinds").toString()).isEqualTo("[\"bounce_rate\",\"spam_rate\"]");
        assertThat(rule.path("level").asText()).isEqualTo("critical");
        assertThat(rule.path("pauses").toString()).isEqualTo("[\"campaign\",\"account\"]");
        assertThat(rule.path("resume").asBoolean()).isFalse();
        assertThat(rule.path("tell_only").asBoolean()).isFalse();
        assertThat(SERVER.json(organization.apiKey(), PATH)).isEqualTo(answer);
        assertThat(SERVER.json(SERVER.organization().apiKey(), PATH).path("rules"))
                .as("of another")
                .isEmpty();
        assertThat(put(organization, "").path("rules")).isEmpty();
    }

    @Test
    void aRuleThatOnlyGotAnotherNameIsTheSameRule() {
        var organization = SERVER.organization();
        var first = put(organization, RULE).path("rules").get(0);
        var id = first.path("rule_id").asText();
        var kept = "{\"rule_id\":\"" + id + "\",\"kinds\":[\"bounce_rate\",\"spam_rate\"],";
        var renamed =
                put(organization, kept + "\"name\":\"Stop\"}").path("rules").get(0);
        assertThat(renamed.path("rule_id").asText()).isEqualTo(id);
        assertThat(renamed.path("name").asText()).isEqualTo("Stop");
        assertThat(renamed.path("since")).isEqualTo(first.path("since"));

        Awaitility.await()
                .until(() -> Instant.now()
                        .isAfter(Instant.parse(first.path("since").asText()).plusMillis(1)));
        var other = put(organization, kept + "\"name\":\"Stop\",\"level\":\"warning\"}");
        assertThat(other.path("rules").get(0).path("since")).isNotEqualTo(first.path("since"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"A\",\"kinds\":[]}",
                "{\"name\":\"A\",\"kinds\":[\"boredom\"]}",
                "{\"kinds\":[\"bounce_rate\"]}",
                "{\"name\":\"A\",\"kinds\":[\"bounce_rate\"],\"level\":\"mild\"}",
                "{\"name\":\"A\",\"kinds\":[\"bounce_rate\"],\"pauses\":[\"weekend\"]}",
                "{\"name\":\"A\",\"kinds\":[\"bounce_rate\"],\"campaign_ids\":[\"\"]}",
                "{\"name\":\"A\",\"kinds\":[\"bounce_rate\"],\"resume\":\"yes\"}",
                "{\"name\":\"A\",\"kinds\":[\"bounce_rate\"],\"rule_id\":\"a/b\"}",
                "{\"name\":\"A\",\"kinds\":[\"bounce_rate\"],\"rule_id\":\"a\"},"
                        + "{\"name\":\"B\",\"kinds\":[\"bounce_rate\"],\"rule_id\":\"a\"}"
            })
    void whatIsNoRuleIsRefused(String rules) {
        var organization = SERVER.organization();
        var answer = SERVER.send(organization.apiKey(), "PUT", PATH, "{\"rules\":[" + rules + "]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(SERVER.json(organization.apiKey(), PATH).path("rules")).isEmpty();
    }

    @Test
    void toReadIsNotEnoughToChangeThem() {
        var organization = SERVER.organization();
        var made = SERVER.send(
                ApiServer.ADMIN,
                "POST",
                "/api/admin/organizations/" + organization.organizationId() + "/credentials",
                "{\"scope\":\"api\",\"permissions\":[\"read\"]}");
        var reader = ApiServer.read(made.body()).path("secret").asText();
        assertThat(SERVER.get(reader, PATH).statusCode()).as(made.body()).isEqualTo(200);
        assertThat(SERVER.send(reader, "PUT", PATH, "{\"rules\":[]}").statusCode())
                .isEqualTo(403);
        assertThat(SERVER.send(reader, "POST", "/api/instantly/email-account/box@acme.example/pause", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void withoutAConnectionNothingCanBePausedByHandEither() {
        var key = SERVER.organization().apiKey();
        for (var verb : List.of("pause", "resume")) {
            assertThat(SERVER.send(key, "POST", "/api/instantly/email-account/box@acme.example/" + verb, "")
                            .statusCode())
                    .isEqualTo(409);
        }
    }

    private static RuleAction action(CreatedOrganization organization, int number, RuleAction.State state) {
        var at = Instant.parse("2026-03-04T10:00:00Z").plusSeconds(number);
        return new RuleAction(
                organization.organizationId(),
                "action-" + number,
                "rule-1",
                "Too many bounces",
                "alert-" + number,
                AlertKind.BOUNCE_RATE,
                RuleAction.Moment.OPENED,
                number % 2 == 0 ? "box@acme.example" : "",
                number % 2 == 0 ? "" : "campaign-1",
                state,
                "active",
                "paused",
                1,
                at,
                at,
                null);
    }

    private static void write(RuleAction action) {
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.INSTANTLY_RULE_ACTIONS, action.key(), action));
    }

    @Test
    void whatRulesDidIsListedNewestFirstInPages() {
        var organization = SERVER.organization();
        for (int i = 0; i < 5; i++) {
            write(action(organization, i, RuleAction.State.DONE));
        }
        var path = PATH + "/actions";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        SERVER.json(organization.apiKey(), path).path("items").size() == 5);
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = SERVER.json(organization.apiKey(), path + "?limit=2" + after);
            page.path("items").forEach(item -> seen.add(item.path("action_id").asText()));
            after = "&starting_after=" + page.path("next_starting_after").asText();
        } while (!after.endsWith("=null"));
        assertThat(seen).containsExactly("action-4", "action-3", "action-2", "action-1", "action-0");
        assertThat(SERVER.json(organization.apiKey(), path + "?account=box@acme.example")
                        .path("items"))
                .hasSize(3);
        var one = SERVER.json(organization.apiKey(), path + "?alert_id=alert-1").path("items");
        assertThat(one).hasSize(1);
        assertThat(one.get(0).path("action").asText()).isEqualTo("pause");
        assertThat(one.get(0).path("account").isNull()).isTrue();
        assertThat(one.get(0).path("campaign_id").asText()).isEqualTo("campaign-1");
        assertThat(one.get(0).path("answer").asText()).isEqualTo("paused");
    }

    @Test
    @Timeout(60)
    void whoWatchesIsToldOnce() throws IOException, InterruptedException {
        var organization = SERVER.organization();
        var request = HttpRequest.newBuilder(SERVER.uri("/api/live"))
                .header("Authorization", "Bearer " + organization.apiKey())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                write(action(organization, 1, RuleAction.State.WAITING));
                write(action(organization, 1, RuleAction.State.DONE));
                write(action(organization, 1, RuleAction.State.DONE));
                write(action(organization, 3, RuleAction.State.FAILED));
                assertThat(told(lines)).contains("\"action-1\"").contains("\"state\":\"done\"");
                assertThat(told(lines)).contains("\"action-3\"").contains("\"state\":\"failed\"");
            }
            client.shutdownNow();
        }
    }

    private static String told(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("event: rule_action")) {
                return lines.readLine();
            }
        }
        throw new AssertionError("the stream ended");
    }
}
