package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.ACME;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.ingest.Intake.Taken;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Payloads that were fetched: the same events as if they had been delivered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeTest {
    private final WebhookFixture fixture;
    private final Intake intake;

    IntakeTest(@TempDir Path folder) throws InterruptedException {
        fixture = new WebhookFixture(folder, IngestConfig.DEFAULT);
        intake = new Intake(IngestConfig.DEFAULT, fixture.directory, fixture.log, fixture.metrics, Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        fixture.close();
    }

    @Test
    void whatIsFetchedIsTheEventThatWasDelivered() {
        var payload = sent("both-ways", "lead@example.com");
        assertThat(fixture.post(WebhookFixture.JSON, payload).statusCode()).isEqualTo(202);
        assertThat(intake.take(ACME, List.of(payload, payload), Set.of())).isEqualTo(new Taken(2, 0));
        fixture.awaitLog();
        assertThat(fixture.eventsOf("both-ways"))
                .hasSize(3)
                .extracting(Event::eventId)
                .containsOnly(fixture.eventsOf("both-ways").getFirst().eventId());
    }

    @Test
    void whatASyncMadeIsMarked() {
        intake.take(ACME, List.of(sent("marked", "lead@example.com")), Set.of(EventFlag.SYNTHETIC));
        fixture.awaitLog();
        assertThat(fixture.eventsOf("marked"))
                .singleElement()
                .satisfies(event -> assertThat(event.flags()).contains(EventFlag.SYNTHETIC));
    }

    @Test
    void whatCannotBeReadIsSetAside() {
        assertThat(intake.take(ACME, List.of("{\"of\":\"the intake\"}", "[]"), Set.of()))
                .isEqualTo(new Taken(0, 2));
        fixture.awaitLog();
        assertThat(fixture.quarantined)
                .extracting(Quarantined::reason)
                .contains(QuarantineReason.MISSING_EVENT_TYPE, QuarantineReason.NOT_AN_OBJECT);
    }
}
