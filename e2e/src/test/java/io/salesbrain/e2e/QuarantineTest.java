package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is replayed, what was set aside is mended and tried again: with the commands, as an operator does it. */
class QuarantineTest {
    private final Instant start = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

    @TempDir
    private Path folder;

    private int port;
    private Api api = new Api(0, Installation.ADMIN_KEY);

    @Test
    void aFileIsReplayedAndItsRejectsAreTriedAgain() throws Exception {
        try (var run = Installation.start(folder.resolve("data"))) {
            port = run.port();
            api = run.api();
            var customer = api.createCustomer("acme");
            var rejected = theFileGoesIn(customer);
            whatWasSetAsideIsSeen(rejected);
            whatIsStillBadStaysAndIsNotSetAsideTwice(rejected);
            whatIsSoundByNowComesInOnce(customer);
        }
    }

    /** Lines 3 and 5 are bad. */
    private String theFileGoesIn(Api.Customer customer) throws Exception {
        var lines = new ArrayList<>(FiveEvents.payloads(start));
        lines.add(2, "{\"event_type\":\"email_opened\",\"timestamp\":\"yesterday\"}");
        lines.add(4, "no json at all");
        var file = Files.write(folder.resolve("payloads.ndjson"), lines);
        var output = command(
                0,
                Map.of("SALESBRAIN_WEBHOOK_SECRET", customer.webhookSecret()),
                "replay",
                file.toString(),
                "--url",
                url(),
                "--batch-lines",
                "2");
        assertThat(output)
                .anyMatch(line -> line.equals("7 posted: 5 accepted, 2 quarantined."))
                .anyMatch(line -> line.startsWith("  line 3: unreadable_timestamp"))
                .anyMatch(line -> line.startsWith("  line 5: malformed_json"));
        api.awaitSettled(5);
        var items = api.admin("/api/admin/quarantine?reason=unreadable_timestamp")
                .body()
                .path("items");
        assertThat(items).hasSize(1);
        return items.path(0).path("quarantine_id").asText();
    }

    private void whatWasSetAsideIsSeen(String rejected) throws Exception {
        assertThat(admin(0, "quarantine", "list"))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("ID") && line.endsWith("STATE"))
                .anyMatch(line -> line.startsWith(rejected) && line.contains("acme") && line.endsWith("open"));
        assertThat(admin(0, "quarantine", "list", "--reason", "too_large"))
                .containsExactly("Nothing is in quarantine.");
        assertThat(admin(1, "quarantine", "list", "--reason", "because"))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("salesbrain: ").contains("reason is one of"));
        assertThat(command(1, Map.of("SALESBRAIN_ADMIN_KEY", "of-nobody"), "quarantine", "list", "--url", url()))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("--admin-key"));
        assertThat(admin(2, "quarantine", "replay")).anyMatch(line -> line.contains("--all"));
    }

    private void whatIsStillBadStaysAndIsNotSetAsideTwice(String rejected) throws Exception {
        assertThat(admin(1, "quarantine", "replay", rejected))
                .anyMatch(line -> line.startsWith(rejected) && line.endsWith("rejected  unreadable_timestamp"))
                .last()
                .isEqualTo("0 replayed with 0 events, 1 still rejected, 0 skipped.");
        assertThat(admin(1, "quarantine", "replay", "--all", "--organization", "acme"))
                .last()
                .isEqualTo("0 replayed with 0 events, 2 still rejected, 0 skipped.");
        assertThat(api.admin("/api/admin/quarantine").body().path("items")).hasSize(2);
        assertThat(api.awaitSettled(5).path("quarantined").asLong()).isEqualTo(2);
    }

    /** A line that is an array was no event where it stood, and is a sound delivery by itself. */
    private void whatIsSoundByNowComesInOnce(Api.Customer customer) throws Exception {
        var late = FiveEvents.payloads(start.plusSeconds(60)).get(1);
        var answer = api.webhook(customer.webhookSecret(), "[[" + late + "]]");
        assertThat(answer.body().path("quarantined").asInt()).isEqualTo(1);
        var set = api.admin("/api/admin/quarantine?reason=not_an_object").body().at("/items/0");
        var id = set.path("quarantine_id").asText();

        assertThat(admin(0, "quarantine", "replay", "--all", "--reason", "not_an_object"))
                .containsExactly("1 replayed with 1 event, 0 still rejected, 0 skipped.");
        assertThat(admin(0, "quarantine", "replay", id))
                .containsExactly("0 replayed with 0 events, 0 still rejected, 1 skipped.");

        var pipeline = api.awaitSettled(6);
        assertThat(pipeline.path("processed").asLong()).isEqualTo(6);
        assertThat(pipeline.path("duplicates").asLong()).isZero();
        var item = api.admin("/api/admin/quarantine/" + id).body();
        assertThat(item.path("state").asText()).isEqualTo("replayed");
        assertThat(item.path("replay").path("accepted").asInt()).isEqualTo(1);
        assertThat(api.admin("/api/admin/quarantine?state=open").body().path("items"))
                .hasSize(2);
        assertThat(api.admin("/api/admin/dead-letters").body().path("items")).isEmpty();
        var lead = api.get("/api/leads/" + FiveEvents.LEAD, customer.apiKey()).body();
        assertThat(lead.path("timeline")).hasSize(6);
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    private List<String> admin(int status, String... arguments) throws Exception {
        var withUrl = new ArrayList<>(List.of(arguments));
        withUrl.addAll(List.of("--url", url()));
        return command(status, Map.of("SALESBRAIN_ADMIN_KEY", Installation.ADMIN_KEY), withUrl.toArray(String[]::new));
    }

    private static List<String> command(int status, Map<String, String> environment, String... arguments)
            throws Exception {
        try (var process = RunningProcess.start(environment, arguments)) {
            assertThat(process.awaitExit()).as("%s", process.output()).isEqualTo(status);
            return process.output();
        }
    }
}
