package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.events.EventType;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Timestamps;
import io.salesbrain.tenancy.CreatedOrganization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LeadsApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final CreatedOrganization ACME = SERVER.organization();
    private static final Instant NOW = ApiServer.NOW;
    private static final int LEADS = 23;

    @BeforeAll
    static void leadsOfRisingScore() {
        for (int i = 0; i < LEADS; i++) {
            SERVER.write(Leads.state(
                    ACME.organizationId(),
                    "lead%02d@example.com".formatted(i),
                    false,
                    Leads.reply("c" + i % 2, NOW.minus(Duration.ofDays(LEADS - i)))));
        }
        SERVER.write(Leads.state(ACME.organizationId(), "gone@example.com", true, Leads.reply("c1", NOW)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> SERVER.json(ACME.apiKey(), "/api/hot-leads")
                                        .get("scored_leads")
                                        .asInt()
                                == LEADS
                        && SERVER.get(ACME.apiKey(), "/api/leads/gone@example.com")
                                        .statusCode()
                                == 200);
    }

    @Test
    void theHottestComeFirstAndTheThresholdIsTheScoreOfTheTenthPart() {
        var answer = SERVER.json(ACME.apiKey(), "/api/hot-leads?limit=100");

        var items = answer.get("items");
        assertThat(items).hasSize(LEADS);
        assertThat(items.get(0).get("lead_email").asText()).isEqualTo("lead22@example.com");
        // ⌈0.1·23⌉ = 3
        assertThat(answer.get("threshold").asDouble())
                .isEqualTo(items.get(2).get("score").asDouble());
        assertThat(items.findValues("hot").stream().filter(JsonNode::asBoolean)).hasSize(3);
        assertThat(items.get(0).get("score").asDouble()).isCloseTo(50 * Math.pow(2, -1 / 14.0), within(1e-6));
        assertThat(items.get(0).get("reasons").get(0).get("points").asInt()).isEqualTo(50);
        assertThat(SERVER.json(ACME.apiKey(), "/api/hot-leads?hot=true").get("items"))
                .hasSize(3);
        assertThat(SERVER.json(ACME.apiKey(), "/api/hot-leads?campaign_id=c0&limit=100")
                        .get("items"))
                .hasSize(12);
    }

    @Test
    void pagesGiveEveryLeadOnce() {
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = SERVER.json(ACME.apiKey(), "/api/hot-leads?limit=7" + next);
            seen.addAll(page.get("items").findValuesAsText("lead_email"));
            next = page.get("next_starting_after").isNull()
                    ? ""
                    : "&starting_after=" + page.get("next_starting_after").asText();
        } while (!next.isEmpty());

        assertThat(seen).hasSize(LEADS).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void filtersHoldOnEveryPage() {
        assertThat(emails("&hot=true&limit=2", 2))
                .containsExactly("lead22@example.com", "lead21@example.com", "lead20@example.com");
        assertThat(emails("&hot=false&limit=6", 6)).hasSize(LEADS - 3).doesNotContain("lead20@example.com");
        assertThat(emails("&campaign_id=c1&hot=false&limit=5", 5))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo("lead19@example.com");
        assertThat(emails("&campaign_id=nothing", 25)).isEmpty();
    }

    /** All pages of a list. */
    private static List<String> emails(String query, int limit) {
        return emails(ACME.apiKey(), query, limit, () -> {});
    }

    private static List<String> emails(String key, String query, int limit, Runnable meanwhile) {
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = SERVER.json(key, "/api/hot-leads?" + query.substring(1) + next);
            assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
            seen.addAll(page.get("items").findValuesAsText("lead_email"));
            next = page.get("next_starting_after").isNull()
                    ? ""
                    : "&starting_after=" + page.get("next_starting_after").asText();
            meanwhile.run();
        } while (!next.isEmpty());
        return seen;
    }

    @Test
    void whoMovesWhilePagesAreReadIsAloneInBeingRepeatedOrLeftOut() {
        var owner = SERVER.organization();
        for (int i = 0; i < 9; i++) {
            move(owner, "l" + i + "@example.com", day(i));
        }
        awaitFirst(
                owner,
                "l8@example.com",
                "l7@example.com",
                "l6@example.com",
                "l5@example.com",
                "l4@example.com",
                "l3@example.com",
                "l2@example.com",
                "l1@example.com",
                "l0@example.com");
        var moves = new ArrayDeque<Runnable>(List.of(() -> {
            // One that was shown falls behind, one that was not rises to the front, and one is new there.
            move(owner, "l8@example.com", day(-5));
            move(owner, "l0@example.com", day(9));
            move(owner, "new@example.com", day(10));
            awaitFirst(owner, "new@example.com", "l0@example.com", "l7@example.com");
        }));

        var seen = emails(owner.apiKey(), "&limit=4", 4, () -> {
            if (!moves.isEmpty()) {
                moves.pop().run();
            }
        });

        assertThat(seen)
                .containsExactly(
                        "l8@example.com",
                        "l7@example.com",
                        "l6@example.com",
                        "l5@example.com",
                        "l4@example.com",
                        "l3@example.com",
                        "l2@example.com",
                        "l1@example.com",
                        "l8@example.com");
    }

    private static Instant day(int day) {
        return NOW.minus(Duration.ofDays(20)).plus(Duration.ofDays(day));
    }

    private static void move(CreatedOrganization owner, String lead, Instant at) {
        SERVER.write(Leads.state(owner.organizationId(), lead, false, Leads.reply("c", at)));
    }

    private static void awaitFirst(CreatedOrganization owner, String... leads) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> SERVER.json(owner.apiKey(), "/api/hot-leads?limit=" + leads.length)
                        .get("items")
                        .findValuesAsText("lead_email")
                        .equals(List.of(leads)));
    }

    @Test
    void aPageGoesOnAtTheTimeItIsAskedFor() {
        var at = NOW.plusMillis(2 * Leads.HALF_LIFE_MS);
        var first = SERVER.json(ACME.apiKey(), "/api/hot-leads?limit=5&at=" + at);
        var second = SERVER.json(
                ACME.apiKey(),
                "/api/hot-leads?limit=5&at=" + at + "&starting_after="
                        + first.get("next_starting_after").asText());

        assertThat(second.get("at").asText()).isEqualTo(Timestamps.format(at));
        assertThat(second.get("threshold")).isEqualTo(first.get("threshold"));
        assertThat(second.get("items").get(0).get("score").asDouble())
                .isLessThan(first.get("items").get(4).get("score").asDouble());
    }

    @Test
    void whatCannotBeReadIsNamed() {
        for (var parameter : List.of("limit=0", "limit=101", "hot=perhaps", "at=yesterday", "starting_after=abc")) {
            var answer = SERVER.get(ACME.apiKey(), "/api/hot-leads?" + parameter);
            assertThat(answer.statusCode()).as(parameter).isEqualTo(400);
            assertThat(answer.body()).as(parameter).contains(parameter.substring(0, parameter.indexOf('=')));
        }
    }

    @Test
    void aLaterTimeHalvesEveryScoreAndKeepsTheOrder() {
        var now = SERVER.json(ACME.apiKey(), "/api/hot-leads");
        var later = SERVER.json(ACME.apiKey(), "/api/hot-leads?at=" + NOW.plusMillis(Leads.HALF_LIFE_MS));

        assertThat(later.get("items").findValuesAsText("lead_email"))
                .isEqualTo(now.get("items").findValuesAsText("lead_email"));
        for (int i = 0; i < now.get("items").size(); i++) {
            double before = now.get("items").get(i).get("score").asDouble();
            assertThat(later.get("items").get(i).get("score").asDouble()).isCloseTo(before / 2, within(before * 1e-9));
        }
        assertThat(SERVER.json(ACME.apiKey(), "/api/hot-leads?at=1970-01-01T00:00:00%2B01:00")
                        .get("threshold")
                        .isNumber())
                .isTrue();
    }

    @Test
    void theDisqualifiedAreShownButNeverListedOrHot() {
        var lead = SERVER.json(ACME.apiKey(), "/api/leads/gone@example.com");

        assertThat(lead.get("disqualified").asBoolean()).isTrue();
        assertThat(lead.get("hot").asBoolean()).isFalse();
        assertThat(SERVER.get(ACME.apiKey(), "/api/hot-leads?limit=100").body()).doesNotContain("gone@example.com");
        var change = lead.get("status_history").get(0);
        assertThat(change.get("status").asText()).isEqualTo("unsubscribed");
        assertThat(change.get("why").asText()).isEqualTo("Reported an e-mail as spam");
        assertThat(change.get("event_id").asText()).isEqualTo("cause");
        assertThat(change.get("at").asText()).isEqualTo("2026-03-04T12:34:56.000Z");
    }

    @Test
    void aLeadShowsWhatItsScoreIsMadeOfAndItsTimelineInOrder() {
        var owner = SERVER.organization();
        var opened = NOW.minus(Duration.ofDays(2));
        var replied = NOW.minus(Duration.ofDays(1));
        SERVER.archive
                .of(owner.organizationId())
                .timeline
                .addAll(List.of(
                        entry("e2", EventType.REPLY_RECEIVED, replied, "{\"event_type\":\"reply_received\",\"n\":1}"),
                        entry(
                                "e1",
                                EventType.EMAIL_OPENED,
                                opened,
                                "{\"event_type\":\"email_opened\",\"n\":0,\"rate\":1.50,\"tags\":[\"a\"]}")));
        var inferred = new InferredSend("s1", opened, "c1", new StepVariant(0, 1, 2), "box@example.com", "e1");
        SERVER.write(Leads.state(
                owner.organizationId(),
                "ada@example.com",
                false,
                List.of(inferred),
                List.of(Leads.open("c1", opened, 0.5), Leads.reply("c1", replied))));
        Awaitility.await()
                .until(() ->
                        SERVER.get(owner.apiKey(), "/api/leads/ada@example.com").statusCode() == 200);

        var lead = SERVER.json(owner.apiKey(), "/api/leads/%20Ada%20%3CADA@Example.com%3E");

        assertThat(lead.get("points").asInt()).isEqualTo(60);
        double worth = lead.get("contributions").findValues("worth_now").stream()
                .mapToDouble(JsonNode::asDouble)
                .sum();
        assertThat(lead.get("score").asDouble()).isCloseTo(worth, within(1e-6));
        var timeline = lead.get("timeline");
        assertThat(timeline.findValuesAsText("event_id")).containsExactly("s1", "e1", "e2");
        assertThat(timeline.get(0).get("flags").get(0).asText()).isEqualTo("inferred");
        assertThat(timeline.get(0).get("variant").asInt()).isEqualTo(2);
        assertThat(timeline.get(2).get("raw").get("n").asInt()).isEqualTo(1);
        assertThat(lead.get("columns").toString()).isEqualTo("{\"n\":1,\"rate\":1.5,\"tags\":[\"a\"]}");
        assertThat(lead.get("follow_up").isNull()).isTrue();
        assertThat(lead.get("thread_ids").isArray()).isTrue();
        assertThat(SERVER.get(owner.apiKey(), "/api/leads/nobody@example.com").statusCode())
                .isEqualTo(404);
    }

    private static TimelineEntry entry(String id, EventType type, Instant at, String raw) {
        return new TimelineEntry(
                id, type, type.label(), at, "c1", StepVariant.UNKNOWN, "", List.of(), Optional.empty(), false, "", raw);
    }
}
