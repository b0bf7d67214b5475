package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.clickhouse.engine.EmbeddedEngine;
import io.salesbrain.clickhouse.engine.EngineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each role as its own process, with the commands and the environment of docker-compose.yml; only addresses, ports and
 * secret files are this machine's.
 */
class RolesTest {
    private static final String ADMIN_KEY = "admin-key-of-this-test-0123456789";

    @TempDir
    private Path folder;

    @Test
    void theComposeFileStartsEveryRole() throws IOException {
        assertThat(ComposeFile.read().services().keySet())
                .containsExactlyInAnyOrder("ingest", "scoring", "sink", "query-api");
    }

    @Test
    void rolesOfTheComposeFileDoTheMainJobTogether() throws Exception {
        var compose = ComposeFile.read();
        var processes = new ArrayList<RunningProcess>();
        var ports = new HashMap<String, Integer>();
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
                var engine = EmbeddedEngine.start(EngineConfig.at(folder.resolve("clickhouse")))) {
            var here = new HashMap<String, String>();
            here.put("SALESBRAIN_HOST", "127.0.0.1");
            here.put("SALESBRAIN_KAFKA", kafka.bootstrapServers());
            here.put("SALESBRAIN_PARTITIONS", "3");
            here.put("SALESBRAIN_STATE", folder.resolve("state").toString());
            here.put("SALESBRAIN_CLICKHOUSE_URL", engine.endpoint().url().toString());
            here.put("SALESBRAIN_CLICKHOUSE_USER", engine.endpoint().user());
            here.put(
                    "SALESBRAIN_CLICKHOUSE_PASSWORD_FILE",
                    secret("password", engine.endpoint().password()));
            here.put("SALESBRAIN_ADMIN_KEY_FILE", secret("admin_key", ADMIN_KEY));
            try {
                for (var role : List.of("scoring", "sink", "query-api", "ingest")) {
                    int port = FreePort.find();
                    ports.put(role, port);
                    processes.add(start(compose.service(role), here, port));
                }
                mainJob(ports, processes);
            } finally {
                for (var process : processes) {
                    process.close();
                }
            }
        }
    }

    private static void mainJob(Map<String, Integer> ports, List<RunningProcess> processes) throws Exception {
        var all = processes.toArray(RunningProcess[]::new);
        for (int port : ports.values()) {
            new Api(port, ADMIN_KEY).awaitReady(all);
        }
        var api = new Api(ports.getOrDefault("query-api", 0), ports.getOrDefault("ingest", 0), ADMIN_KEY);
        var start = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        var customer = api.createCustomer("acme");
        Api.eventually(() -> assertThat(api.webhook(
                                customer.webhookSecret(),
                                FiveEvents.payloads(start).getFirst())
                        .status())
                .isEqualTo(202));
        for (var payload : FiveEvents.payloads(start)) {
            assertThat(api.webhook(customer.webhookSecret(), payload).status()).isEqualTo(202);
        }
        var pipeline = api.awaitSettled(6);
        assertThat(pipeline.path("stored").asLong()).isEqualTo(5);
        var lead = api.get("/api/leads/" + FiveEvents.LEAD, customer.apiKey()).body();
        assertThat(lead.path("points").asInt()).as("%s", lead).isEqualTo(FiveEvents.POINTS);
        assertThat(lead.path("timeline")).hasSize(5);
    }

    private static RunningProcess start(ComposeFile.Service service, Map<String, String> here, int port)
            throws IOException {
        var environment = new HashMap<String, String>();
        service.environment().forEach((name, value) -> environment.put(name, here.getOrDefault(name, value)));
        environment.put("SALESBRAIN_PORT", Integer.toString(port));
        return RunningProcess.start(environment, service.command().toArray(String[]::new));
    }

    private String secret(String name, String value) throws IOException {
        return Files.writeString(folder.resolve(name), value + "\n").toString();
    }
}
