package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.JSON;
import static io.salesbrain.ingest.WebhookFixture.NDJSON;
import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.salesbrain.events.Event;
import io.salesbrain.events.OrganizationId;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is in the log when the answer comes. */
@ExtendWith(SharedWebhook.class)
class WebhookLogTest {
    private final WebhookFixture fixture;
    private final String campaign = "campaign-" + UUID.randomUUID();

    WebhookLogTest(WebhookFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void theAnswerComesAfterTheLogHasIt() {
        var id = campaign + "-durable";
        var lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append(sent(id, "lead" + i + "@example.com")).append('\n');
        }
        var response = fixture.post(NDJSON, lines.toString());
        assertThat(json(response).at("/accepted").asInt()).isEqualTo(5_000);
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id))
                .hasSize(5_000)
                .extracting(Event::eventId)
                .doesNotHaveDuplicates();
    }

    @Test
    void duplicatesAreAccepted() {
        var id = campaign + "-twice";
        for (int i = 0; i < 2; i++) {
            assertThat(json(fixture.post(JSON, sent(id, "twice@example.com")))
                            .at("/accepted")
                            .asInt())
                    .isEqualTo(1);
        }
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id))
                .hasSize(2)
                .extracting(Event::eventId)
                .containsOnly(fixture.eventsOf(id).getFirst().eventId());
    }

    @Test
    void aCampaignGoesToWhomItIsAssignedFromThenOn() throws InterruptedException {
        var client = new OrganizationId("client-of-acme");
        fixture.organizations.createOrganization(client, "Client");
        var id = campaign + "-shared";
        fixture.post(JSON, sent(id, "before@example.com"));
        fixture.organizations.assignCampaign(id, client);
        fixture.post(JSON, sent(id, "after@example.com"));
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id))
                .extracting(Event::leadEmail, Event::organizationId)
                .containsExactlyInAnyOrder(
                        tuple("before@example.com", WebhookFixture.ACME), tuple("after@example.com", client));
    }

    @Test
    void textThatNoUtf8CanCarryIsMendedNotRefused() {
        var id = campaign + "-surrogates";
        var response = fixture.post(
                JSON,
                "{\"event_type\":\"my \\ud800 label\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"campaign_id\":\"" + id
                        + "\",\"campaign_name\":\"\\udc00\",\"nul\":\"\\u0000\"}");
        assertThat(response.statusCode()).isEqualTo(202);
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id))
                .singleElement()
                .satisfies(event -> assertThat(event.name()).isEqualTo("my \uFFFD label"));
    }

    @Test
    void countsWhatEachStepDid() {
        var before = fixture.count("normalise", "missing_lead_email");
        fixture.post(JSON, sent(campaign, "no address"));
        assertThat(fixture.count("normalise", "missing_lead_email")).isEqualTo(before + 1);
        assertThat(fixture.count("authenticate", "ok")).isPositive();
        assertThat(fixture.count("publish", "ok")).isGreaterThanOrEqualTo(0);
    }

    @Test
    void saysWhetherItCanWrite() {
        Awaitility.await().until(fixture.app::isWritable);
    }
}
