package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.events.Addressee;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpEnding;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.Json;
import io.salesbrain.events.Topics;
import io.salesbrain.tenancy.CreatedOrganization;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FollowUpsApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final Instant NOW = ApiServer.NOW;
    private static final Addressee ADA = new Addressee("Ada", "Lovelace", "Analytical Ltd", null, "GB", "en");
    private static final Addressee NOBODY = new Addressee(null, null, null, null, "DE", "de");

    private static FollowUp followUp(
            CreatedOrganization owner, String name, FollowUpState state, Instant dueAt, Addressee addressee) {
        return new FollowUp(
                owner.organizationId(),
                "id-of-" + name,
                name + "@example.com",
                "c1",
                FollowUpReason.CLICKED,
                state,
                dueAt,
                NOW.minus(Duration.ofDays(3)),
                state == FollowUpState.CANCELLED ? FollowUpEnding.REPLIED : null,
                state == FollowUpState.DUE ? NOW : null,
                NOW.minus(Duration.ofDays(3)),
                NOW.minus(Duration.ofDays(2)),
                null,
                addressee);
    }

    private static FollowUp absence(CreatedOrganization owner, String name, Addressee addressee) {
        return new FollowUp(
                owner.organizationId(),
                "id-of-" + name,
                name + "@example.com",
                "",
                FollowUpReason.OUT_OF_OFFICE,
                FollowUpState.SCHEDULED,
                Instant.parse("2026-12-28T00:00:00Z"),
                NOW,
                null,
                null,
                null,
                NOW,
                LocalDate.of(2026, 12, 24),
                addressee);
    }

    private static void write(FollowUp followUp) {
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.FOLLOW_UPS, followUp.key(), followUp));
    }

    private static JsonNode items(CreatedOrganization owner, String query) {
        return SERVER.json(owner.apiKey(), "/api/follow-ups" + query).get("items");
    }

    private static void awaitNumber(CreatedOrganization owner, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> items(owner, "?state=all&limit=100").size() == number);
    }

    private static CreatedOrganization withOneOfEach() {
        var owner = SERVER.organization();
        write(followUp(owner, "later", FollowUpState.SCHEDULED, NOW.plus(Duration.ofDays(1)), ADA));
        write(followUp(owner, "now", FollowUpState.DUE, NOW.minus(Duration.ofHours(1)), ADA));
        write(followUp(owner, "old", FollowUpState.EXPIRED, NOW.minus(Duration.ofDays(20)), ADA));
        write(followUp(owner, "gone", FollowUpState.CANCELLED, NOW, ADA));
        write(absence(owner, "away", NOBODY));
        awaitNumber(owner, 5);
        return owner;
    }

    @Test
    void whatIsToBeDoneComesFirstWithAReasonAndAText() {
        var owner = withOneOfEach();
        assertThat(items(owner, "").findValuesAsText("lead_email"))
                .containsExactly("now@example.com", "later@example.com", "away@example.com");

        var due = items(owner, "?state=due&campaign_id=c1").get(0);
        assertThat(due.get("follow_up_id").asText()).isEqualTo("id-of-now");
        assertThat(due.get("state").asText()).isEqualTo("due");
        assertThat(due.get("reason").asText()).isEqualTo("clicked");
        assertThat(due.get("why").asText())
                .isEqualTo("Clicked a link on 2026-03-02, no reply since the last e-mail of 2026-03-01");
        assertThat(due.get("due_at").asText()).isEqualTo("2026-03-04T11:34:56.000Z");
        assertThat(due.get("suggested_text").asText()).startsWith("Hi Ada,\n").contains("Analytical Ltd");

        var away = items(owner, "?state=scheduled").get(1);
        assertThat(away.get("suggested_text").asText()).startsWith("Guten Tag,\n");
        assertThat(away.get("suggested_subject").asText()).isEqualTo("Nach Ihrer Rückkehr");
        assertThat(away.get("return_date").asText()).isEqualTo("2026-12-24");
        assertThat(away.get("campaign_id").isNull()).isTrue();

        assertThat(items(owner, "?state=cancelled")
                        .get(0)
                        .get("cancelled_because")
                        .asText())
                .isEqualTo("replied");
        assertThat(items(owner, "?campaign_id=other")).isEmpty();
        assertThat(items(SERVER.organization(), "?state=all")).isEmpty();
    }

    @Test
    void pagesGiveEachOnceWhileOthersAreDone() {
        var owner = SERVER.organization();
        for (int i = 0; i < 9; i++) {
            write(followUp(owner, "lead" + i, FollowUpState.DUE, NOW.minusSeconds(i / 2), ADA));
        }
        awaitNumber(owner, 9);
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = SERVER.json(owner.apiKey(), "/api/follow-ups?limit=2" + next);
            seen.addAll(page.get("items").findValuesAsText("lead_email"));
            post(owner, seen.getLast(), "done");
            next = page.get("next_starting_after").isNull()
                    ? ""
                    : "&starting_after=" + page.get("next_starting_after").asText();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(9).doesNotHaveDuplicates();
    }

    private static JsonNode post(CreatedOrganization owner, String email, String what) {
        var id = "id-of-" + email.substring(0, email.indexOf('@'));
        var answer = SERVER.send(owner.apiKey(), "POST", "/api/follow-ups/" + id + "/" + what, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return ApiServer.read(answer.body());
    }

    @Test
    void whatAPersonSaysWinsAtOnceAndIsTheSameWhenSaidTwice() {
        var owner = withOneOfEach();
        var once = post(owner, "now@example.com", "done");
        assertThat(once.get("state").asText()).isEqualTo("done");
        assertThat(post(owner, "now@example.com", "done")).isEqualTo(once);
        assertThat(post(owner, "later@example.com", "dismiss").get("state").asText())
                .isEqualTo("dismissed");
        assertThat(items(owner, "").findValuesAsText("lead_email")).containsExactly("away@example.com");
        assertThat(items(owner, "?state=done").findValuesAsText("lead_email")).containsExactly("now@example.com");

        // The timers know nothing of it, and do not bring it back.
        write(followUp(owner, "now", FollowUpState.EXPIRED, NOW.minus(Duration.ofHours(1)), ADA));
        write(followUp(owner, "more", FollowUpState.DUE, NOW, ADA));
        awaitNumber(owner, 6);
        assertThat(items(owner, "?state=done").findValuesAsText("lead_email")).containsExactly("now@example.com");

        var rival = SERVER.organization();
        for (var path : List.of("/api/follow-ups/id-of-now/done", "/api/follow-ups/nothing/dismiss")) {
            assertThat(SERVER.send(rival.apiKey(), "POST", path, "").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aLeadShowsWhatIsNext() {
        var owner = SERVER.organization();
        SERVER.write(Leads.state(owner.organizationId(), "now@example.com", false, Leads.click("c1", NOW, 0.9)));
        write(followUp(owner, "now", FollowUpState.DUE, NOW, ADA));
        awaitNumber(owner, 1);
        Awaitility.await()
                .until(() ->
                        SERVER.get(owner.apiKey(), "/api/leads/now@example.com").statusCode() == 200);
        assertThat(SERVER.json(owner.apiKey(), "/api/leads/now@example.com")
                        .get("follow_up")
                        .get("follow_up_id")
                        .asText())
                .isEqualTo("id-of-now");
        post(owner, "now@example.com", "done");
        assertThat(SERVER.json(owner.apiKey(), "/api/leads/now@example.com")
                        .get("follow_up")
                        .isNull())
                .isTrue();
    }

    @Test
    void theCampaignsOwnTextComesBeforeTheOrganizations() {
        var owner = withOneOfEach();
        assertThat(put(owner, null, "Dear {{first_name|friend}}").statusCode()).isEqualTo(201);
        assertThat(items(owner, "?state=due").get(0).get("suggested_text").asText())
                .isEqualTo("Dear Ada");
        assertThat(put(owner, "c1", "Hello from {{campaign|us}}\nagain").statusCode())
                .isEqualTo(201);
        assertThat(put(owner, "c1", "Hello from {{campaign|us}}\nand again").statusCode())
                .isEqualTo(200);
        assertThat(items(owner, "?state=due").get(0).get("suggested_text").asText())
                .isEqualTo("Hello from us\nand again");
        assertThat(items(owner, "?state=due").get(0).get("suggested_subject").isNull())
                .isTrue();

        var own = SERVER.json(owner.apiKey(), "/api/follow-ups/templates").get("items");
        assertThat(own).hasSize(8);
        assertThat(own.get(1).get("campaign_id").asText()).isEqualTo("c1");
        var path = "/api/follow-ups/templates/" + own.get(1).get("template_id").asText();
        assertThat(SERVER.send(SERVER.organization().apiKey(), "DELETE", path, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(SERVER.send(owner.apiKey(), "DELETE", path, "").statusCode()).isEqualTo(200);
        assertThat(SERVER.send(owner.apiKey(), "DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(items(owner, "?state=due").get(0).get("suggested_text").asText())
                .isEqualTo("Dear Ada");
    }

    private static ObjectNode template(String reason, String language, String text) {
        return Json.MAPPER
                .createObjectNode()
                .put("reason", reason)
                .put("language", language)
                .put("text", text);
    }

    private static HttpResponse<String> put(CreatedOrganization owner, @Nullable String campaign, String text) {
        var body = template("clicked", "en", text);
        if (campaign != null) {
            body.put("campaign_id", campaign);
        }
        return SERVER.send(owner.apiKey(), "PUT", "/api/follow-ups/templates", body.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "reason, \"bored\"",
        "reason, null",
        "language, \"fr\"",
        "text, \"\"",
        "text, 5",
        "text, \"Hi {{nickname}}\"",
        "text, \"Hi {{first_name\"",
        "text, \"a\\u0007b\"",
        "subject, \"{{x}}\""
    })
    void aWrongTemplateIsNamed(String field, String value) {
        var body = template("opened", "en", "Hi");
        body.set(field, ApiServer.read(value));
        var answer = SERVER.send(SERVER.organization().apiKey(), "PUT", "/api/follow-ups/templates", body.toString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ApiServer.read(answer.body())
                        .get("error")
                        .get("details")
                        .get("field")
                        .asText())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=open", "limit=0", "starting_after=nonsense"})
    void aWrongQuestionIsRefused(String query) {
        assertThat(SERVER.get(SERVER.organization().apiKey(), "/api/follow-ups?" + query)
                        .statusCode())
                .isEqualTo(400);
    }
}
