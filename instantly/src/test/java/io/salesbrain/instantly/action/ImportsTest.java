package io.salesbrain.instantly.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.Json;
import io.salesbrain.events.Topics;
import io.salesbrain.instantly.client.LeadsAdded;
import io.salesbrain.instantly.sync.Desk;
import io.salesbrain.simulator.SimulatorServer;
import io.salesbrain.simulator.api.Crowd;
import io.salesbrain.simulator.delivery.Habits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports of leads into the stand-in Instantly, over a real log. */
class ImportsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void howFarItIsEveryProcessKnowsAlsoOfOneThatIsGone() throws Exception {
        try (var desk = new Desk(folder, SimulatorServer.start("127.0.0.1", 0, 11, Habits.PERFECT, 1, Crowd.NONE))) {
            desk.app.connector().connect(Desk.ACME, "key-of-acme", Optional.empty());
            var campaign = desk.app
                    .desk()
                    .client(Desk.ACME)
                    .campaigns()
                    .list()
                    .all()
                    .getFirst()
                    .id();
            var file = CsvLeads.read("email,first_name\nada@customer.example,Ada\nnobody,\n");
            var started = desk.app.actions().importLeads(Desk.ACME, campaign, file);
            assertThat(started.state()).isEqualTo(LeadImport.RUNNING);

            var abandoned =
                    new LeadImport("abandoned", campaign, LeadImport.RUNNING, 2_000, LeadsAdded.NONE, List.of(), "");
            @SuppressWarnings("unchecked")
            Map<String, Object> content = Json.MAPPER.convertValue(abandoned, Map.class);
            var report = new InstantlyMirror.Report(
                    Desk.ACME,
                    ImportBook.PREFIX + "abandoned",
                    Instant.now().minus(ImportBook.ABANDONED_AFTER).minusSeconds(1),
                    content);
            desk.writer.appendAndWait(Topics.INSTANTLY_MIRROR, report.key(), report);

            try (var other = desk.start()) {
                var done = Awaitility.await()
                        .atMost(PATIENCE)
                        .until(
                                () -> other.actions().findImport(Desk.ACME, started.id()),
                                found -> found.map(LeadImport::state)
                                        .filter(LeadImport.DONE::equals)
                                        .isPresent())
                        .orElseThrow();
                assertThat(done.added().uploaded()).isEqualTo(1);
                assertThat(done.rejectedLines()).hasSize(1);
                assertThat(other.actions().findImport(Desk.ACME, "abandoned")).hasValueSatisfying(gone -> {
                    assertThat(gone.state()).isEqualTo(LeadImport.FAILED);
                    assertThat(gone.problem()).contains("import the file again");
                });
                assertThat(other.actions().findImport(Desk.ACME, "nothing")).isEmpty();
            }
        }
    }
}
