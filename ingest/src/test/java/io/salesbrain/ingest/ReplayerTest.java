package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.EventFlag;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.ReplayOutcome;
import io.salesbrain.ingest.body.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Quarantined deliveries tried again: what reaches the log, and what is said of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayerTest {
    private static final Instant ARRIVAL = Instant.parse("2026-01-01T00:00:00Z");

    private final WebhookFixture fixture;

    ReplayerTest(@TempDir Path folder) throws InterruptedException {
        fixture = new WebhookFixture(folder, IngestConfig.DEFAULT);
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void whatIsSoundNowKeepsItsFirstArrival() {
        assertThat(replay(set(sent("first-arrival", "again@example.com"))))
                .containsExactly(new ReplayOutcome.Accepted(1, 0));
        fixture.awaitLog();
        assertThat(fixture.eventsOf("first-arrival")).singleElement().satisfies(event -> {
            assertThat(event.receivedAt()).isEqualTo(ARRIVAL);
            assertThat(event.flags()).as("ahead of that arrival").containsExactly(EventFlag.CLAMPED);
            assertThat(event.at()).isEqualTo(ARRIVAL);
        });
    }

    @Test
    void whatIsStillRejectedIsNotSetAsideTwice() {
        assertThat(replay(set("{\"event_type\":\"email_sent\",\"still\":\"bad\"}"), set("[1,{}]"), set("{"), set("[]")))
                .containsExactly(
                        new ReplayOutcome.Rejected(QuarantineReason.UNREADABLE_TIMESTAMP),
                        new ReplayOutcome.Rejected(QuarantineReason.NOT_AN_OBJECT),
                        new ReplayOutcome.Rejected(QuarantineReason.MALFORMED_JSON),
                        new ReplayOutcome.Rejected(QuarantineReason.MISSING_LEAD_EMAIL));
        fixture.awaitLog();
        assertThat(fixture.quarantined).noneMatch(set -> set.receivedAt().equals(ARRIVAL));
    }

    @Test
    void aDeliveryOfSeveralMayComeInInPart() {
        assertThat(replay(
                        set("[" + sent("in-part", "a@example.com") + ",{}," + sent("in-part", "b@example.com") + "]")))
                .containsExactly(new ReplayOutcome.Accepted(2, 1));
        fixture.awaitLog();
        assertThat(fixture.eventsOf("in-part")).hasSize(2);
    }

    @Test
    void ofWhatWasTooLargeThereIsTooLittle() {
        var head = set(sent("head", "head@example.com"));
        assertThat(replay(withSize(head, head.sizeBytes() + 1))).containsExactly(new ReplayOutcome.TooLittleKept());
        fixture.awaitLog();
        assertThat(fixture.eventsOf("head")).isEmpty();
    }

    @Test
    void theOwnerIsTodaysOwnerOfTheCampaign() throws InterruptedException {
        var buyer = new OrganizationId("buyer");
        fixture.organizations.createOrganization(buyer, "Buyer Ltd");
        fixture.organizations.assignCampaign("sold", buyer);
        assertThat(replay(set(sent("sold", "lead@example.com")))).containsExactly(new ReplayOutcome.Accepted(1, 0));
        fixture.awaitLog();
        assertThat(fixture.eventsOf("sold"))
                .singleElement()
                .satisfies(event -> assertThat(event.organizationId()).isEqualTo(buyer));
    }

    private List<ReplayOutcome> replay(Quarantined... deliveries) {
        return fixture.replayer.replay(List.of(deliveries));
    }

    private static Quarantined set(String body) {
        var raw = Bytes.of(body.getBytes(StandardCharsets.UTF_8));
        return new Quarantined(
                "q",
                WebhookFixture.ACME,
                QuarantineReason.MISSING_LEAD_EMAIL,
                "",
                0,
                raw.base64(),
                raw.length(),
                raw.sha256(),
                Map.of(),
                ARRIVAL);
    }

    private static Quarantined withSize(Quarantined set, long sizeBytes) {
        return new Quarantined(
                set.quarantineId(),
                set.organizationId(),
                set.reason(),
                set.detail(),
                set.index(),
                set.rawBase64(),
                sizeBytes,
                set.sha256(),
                set.headers(),
                set.receivedAt());
    }
}
