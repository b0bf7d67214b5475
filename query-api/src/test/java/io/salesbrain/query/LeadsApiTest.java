package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.events.EventType;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.StepVariant;
import io.salesbrain.tenancy.CreatedOrganization;
import java.time.Duration;
import java.time.Instant;
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
