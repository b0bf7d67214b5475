package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.events.DeadLetter;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.Topics;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quarantine as the administrator sees it; each test has an organization, so a quarantine, of its own. */
final class QuarantineApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final String PATH = "/api/admin/quarantine";
    private static final AtomicLong SERIAL = new AtomicLong();

    private final OrganizationId owner = SERVER.organization().organizationId();

    @Test
    void isListedNewestFirstPageByPage() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            ids.addFirst(setAside("sound", QuarantineReason.MISSING_EVENT_TYPE));
        }
        assertThat(listed("&limit=3")).isEqualTo(ids);
    }

    @Test
    void isFilteredByReasonAndState() {
        var stays = setAside("bad", QuarantineReason.MALFORMED_JSON);
        var goes = setAside("sound", QuarantineReason.MISSING_LEAD_EMAIL);
        assertThat(listed("&reason=malformed_json")).containsExactly(stays);
        assertThat(listed("&state=open")).containsExactly(goes, stays);
        assertThat(listed("&state=replayed")).isEmpty();

        replay(Map.of("quarantine_ids", List.of(goes)));

        assertThat(listed("&state=open")).containsExactly(stays);
        assertThat(listed("&state=replayed")).containsExactly(goes);
        assertThat(listed("&state=all")).containsExactly(goes, stays);
        assertThat(SERVER.get(ApiServer.ADMIN, PATH + "?state=gone").statusCode())
                .isEqualTo(400);
        assertThat(SERVER.get(ApiServer.ADMIN, PATH + "?reason=gone").body()).contains("missing_lead_email");
    }

    @Test
    void oneIsFoundByItsId() {
        var id = setAside("sound", QuarantineReason.MISSING_LEAD_EMAIL);
        var before = SERVER.json(ApiServer.ADMIN, PATH + "/" + id);
        assertThat(before.get("organization_id").asText()).isEqualTo(owner.value());
        assertThat(before.get("state").asText()).isEqualTo("open");
        assertThat(before.get("replay").isNull()).isTrue();

        replay(Map.of("quarantine_ids", List.of(id)));

        var after = SERVER.json(ApiServer.ADMIN, PATH + "/" + id);
        assertThat(after.get("state").asText()).isEqualTo("replayed");
        assertThat(after.at("/replay/accepted").asInt()).isEqualTo(1);
        assertThat(after.at("/replay/rejected").asInt()).isZero();
        assertThat(after.at("/replay/at").asText()).endsWith("Z");
        for (var unknown : List.of("nobody", newId(), "0".repeat(28))) {
            assertThat(SERVER.get(ApiServer.ADMIN, PATH + "/" + unknown).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void eachIdGetsItsOutcomeAndWhatWasTakenIsNotTakenAgain() {
        var sound = setAside("sound", QuarantineReason.MISSING_LEAD_EMAIL);
        var bad = setAside("bad", QuarantineReason.MISSING_LEAD_EMAIL);
        var cut = setAside("cut", QuarantineReason.TOO_LARGE);
        var unknown = newId();
        var ids = Map.<String, Object>of("quarantine_ids", List.of(sound, sound, bad, cut, unknown, "no id"));

        var first = replay(ids);
        assertThat(figures(first)).isEqualTo("1 replayed, 1 accepted, 1 rejected, 3 skipped");
        assertThat(outcomes(first))
                .containsOnly(
                        Map.entry(sound, "accepted"),
                        Map.entry(bad, "rejected"),
                        Map.entry(cut, "too_little_kept"),
                        Map.entry(unknown, "not_found"),
                        Map.entry("no id", "not_found"));
        assertThat(first.get("items").findValuesAsText("reason")).containsExactly("unreadable_timestamp");

        var second = replay(ids);
        assertThat(figures(second)).isEqualTo("0 replayed, 0 accepted, 1 rejected, 4 skipped");
        assertThat(outcomes(second)).containsEntry(sound, "already_replayed").containsEntry(bad, "rejected");
        assertThat(SERVER.replay.tried.stream().filter(sound::equals)).hasSize(1);
    }

    @Test
    void allOfOneOrganizationAndReason() {
        var wanted = new ArrayList<String>();
        for (int i = 0; i < 450; i++) {
            wanted.add(setAside("sound", QuarantineReason.MISSING_LEAD_EMAIL));
        }
        var otherReason = setAside("sound", QuarantineReason.MISSING_CAMPAIGN_ID);
        var body = Map.<String, Object>of("organization_id", owner, "reason", "missing_lead_email", "all", true);

        var first = replay(body);
        assertThat(figures(first)).isEqualTo("450 replayed, 450 accepted, 0 rejected, 0 skipped");
        assertThat(outcomes(first).keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(first.get("next_starting_after").isNull()).isTrue();
        assertThat(figures(replay(body))).isEqualTo("0 replayed, 0 accepted, 0 rejected, 450 skipped");
        assertThat(listed("&state=open")).containsExactly(otherReason);
    }

    @Test
    void whatCameInInPartStaysOpen() {
        var id = setAside("in part", QuarantineReason.MALFORMED_JSON);
        assertThat(figures(replay(Map.of("quarantine_ids", List.of(id)))))
                .isEqualTo("1 replayed, 2 accepted, 1 rejected, 0 skipped");
        var item = SERVER.json(ApiServer.ADMIN, PATH + "/" + id);
        assertThat(item.get("state").asText()).isEqualTo("open");
        assertThat(item.at("/replay/rejected").asInt()).isEqualTo(1);
    }

    @Test
    void onlyOneReplayRunsAtATime() throws Exception {
        var slow = setAside("slow", QuarantineReason.MISSING_LEAD_EMAIL);
        var running = CompletableFuture.supplyAsync(() -> replay(Map.of("quarantine_ids", List.of(slow))));
        assertThat(SERVER.replay.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        try {
            var second = post(Map.of("all", true));
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(ApiServer.read(second.body()).at("/error/code").asText()).isEqualTo("replay_running");
        } finally {
            SERVER.replay.goOn.countDown();
        }
        assertThat(figures(running.get(20, TimeUnit.SECONDS))).startsWith("1 replayed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"quarantine_ids\":[]}",
                "{\"quarantine_ids\":\"x\"}",
                "{\"quarantine_ids\":[1]}",
                "{\"quarantine_ids\":[\"x\"],\"all\":true}",
                "{\"quarantine_ids\":[\"x\"],\"reason\":\"too_large\"}",
                "{\"all\":false}",
                "{\"all\":\"yes\"}",
                "{\"reason\":\"too_large\"}",
                "{\"all\":true,\"reason\":\"because\"}"
            })
    void aRequestThatDoesNotSayWhichIsRefused(String body) {
        var answer = SERVER.send(ApiServer.ADMIN, "POST", PATH + "/replay", body);
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void tooManyIdsAndForeignOrganizationsAreRefused() {
        var many = new ArrayList<String>();
        for (int i = 0; i < 1_001; i++) {
            many.add("x" + i);
        }
        assertThat(post(Map.of("quarantine_ids", many)).statusCode()).isEqualTo(422);
        assertThat(post(Map.of("all", true, "organization_id", "nobody")).statusCode())
                .isEqualTo(404);
        assertThat(SERVER.send("", "POST", PATH + "/replay", "{\"all\":true}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void deadLettersAreListedNewestFirst() {
        for (int i = 0; i < 3; i++) {
            var letter = new DeadLetter(
                    "salesbrain.lead-states.v1", 1, i, owner + "/lead", "e30=", "refused by a test", ApiServer.NOW);
            ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.DEAD_LETTERS, letter.key(), letter));
        }
        var first = SERVER.json(ApiServer.ADMIN, "/api/admin/dead-letters?limit=2");
        assertThat(first.get("items").findValuesAsText("offset")).containsExactly("2", "1");
        assertThat(first.at("/items/0/error").asText()).isEqualTo("refused by a test");
        var next = first.get("next_starting_after").asText();
        var second = SERVER.json(ApiServer.ADMIN, "/api/admin/dead-letters?limit=2&starting_after=" + next);
        assertThat(second.get("items").findValuesAsText("offset")).containsExactly("0");
        assertThat(second.get("next_starting_after").isNull()).isTrue();
    }

    private String setAside(String text, QuarantineReason reason) {
        var raw = text.getBytes(StandardCharsets.UTF_8);
        var record = new Quarantined(
                newId(),
                owner,
                reason,
                "",
                0,
                Base64.getEncoder().encodeToString(raw),
                raw.length,
                "00",
                Map.of("content-type", "application/json"),
                ApiServer.NOW);
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.QUARANTINE, owner.value(), record));
        return record.quarantineId();
    }

    /** As the receiver makes them: it is the real clock that tells the log when. */
    private static String newId() {
        return String.format("%012x%016x", System.currentTimeMillis(), SERIAL.incrementAndGet());
    }

    private List<String> listed(String more) {
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = SERVER.json(ApiServer.ADMIN, PATH + "?organization_id=" + owner + more + next);
            seen.addAll(page.get("items").findValuesAsText("quarantine_id"));
            next = page.get("next_starting_after").isNull()
                    ? ""
                    : "&starting_after=" + page.get("next_starting_after").asText();
        } while (!next.isEmpty());
        return seen;
    }

    private static HttpResponse<String> post(Map<String, Object> body) {
        return SERVER.send(ApiServer.ADMIN, "POST", PATH + "/replay", Json.write(body));
    }

    private static JsonNode replay(Map<String, Object> body) {
        var answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiServer.read(answer.body());
    }

    private static String figures(JsonNode report) {
        return report.get("replayed") + " replayed, " + report.get("accepted") + " accepted, " + report.get("rejected")
                + " rejected, " + report.get("skipped") + " skipped";
    }

    private static Map<String, String> outcomes(JsonNode report) {
        var outcomes = new HashMap<String, String>();
        report.get("items")
                .forEach(item -> outcomes.put(
                        item.get("quarantine_id").asText(), item.get("outcome").asText()));
        return outcomes;
    }
}
