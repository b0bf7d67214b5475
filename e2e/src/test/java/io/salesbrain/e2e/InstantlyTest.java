package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.simulator.SimulatorServer;
import io.salesbrain.simulator.api.Crowd;
import io.salesbrain.simulator.delivery.Habits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installation is away for a long time; afterwards nothing is missing and nothing is there twice. */
class InstantlyTest {
    private static final long SEED = 31;
    private static final double EVENTS_PER_SECOND = 250;
    private static final long MISSED = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path data;

    private int port;

    @Test
    void whatWasMissedIsFetchedOnceAndAllIsComplete() throws Exception {
        port = FreePort.find();
        try (var instantly =
                SimulatorServer.start("127.0.0.1", 0, SEED, Habits.PERFECT, EVENTS_PER_SECOND, Crowd.NONE)) {
            try (var run = run(instantly)) {
                var api = run.api();
                whoMayComeIn(api, api.createCustomer("acme"), api.createCustomer("rival"));
                var status = api.admin(
                        "PUT", "/api/instantly/connection?organization_id=acme", "{\"api_key\":\"key-of-acme\"}");
                assertThat(status.status()).as("%s", status.body()).isEqualTo(200);
                assertThat(status.body().path("webhook").asText())
                        .as("%s", status.body())
                        .isEqualTo("active");
                assertThat(status.body().path("missing")).isEmpty();
                assertThat(status.body().toString()).doesNotContain("key-of-acme");
                Api.eventually(() -> assertThat(instantly.report().delivered()).isGreaterThan(1_000));
                run.killHard();
            }
            Awaitility.await().atMost(PATIENCE).until(() -> instantly.report().withheld() > MISSED);
            assertThat(instantly.finish(PATIENCE)).isTrue();
            long generated = instantly.report().generated();
            System.out.println("seed " + SEED + ": " + instantly.report());

            try (var run = run(instantly)) {
                var api = run.api();
                var before = api.admin("/api/instantly/connection?organization_id=acme")
                        .body();
                assertThat(before.path("webhook").asText()).isEqualTo("disabled");
                var report = sync(api);
                assertThat(report.path("problems")).as("%s", report).isEmpty();
                assertThat(report.at("/repair/webhook").asText()).startsWith("resumed");
                assertThat(report.at("/repair/events_fetched").asLong()).isGreaterThanOrEqualTo(MISSED);

                Api.eventually(() -> {
                    var pipeline = api.admin("/api/admin/pipeline").body();
                    assertThat(pipeline.path("lag").asLong()).as("%s", pipeline).isZero();
                    var complete = api.admin("/api/instantly/completeness?organization_id=acme")
                            .body();
                    assertThat(complete.path("completeness").asDouble())
                            .as("%s", complete)
                            .isEqualTo(1.0);
                });
                var pipeline = api.admin("/api/admin/pipeline").body();
                long test = 1;
                assertThat(pipeline.path("processed").asLong())
                        .as("%s %s", pipeline, report)
                        .isEqualTo(generated + synthetic(report) + test);
                whatTheSyncSawIsShown(api);
            }
        }
    }

    private static void whoMayComeIn(Api api, Api.Customer acme, Api.Customer rival) throws Exception {
        for (var path : List.of("/api/instantly/connection", "/api/instantly/completeness")) {
            assertThat(api.get(path, "nobody").status()).isEqualTo(401);
            assertThat(api.get(path, acme.webhookSecret()).status()).isEqualTo(403);
            assertThat(api.get(path + "?organization_id=acme", rival.apiKey()).status())
                    .isEqualTo(403);
        }
        var unconnected = api.get("/api/instantly/connection", acme.apiKey());
        assertThat(unconnected.body().path("connected").asBoolean()).isFalse();
        assertThat(unconnected.body().path("missing")).hasSize(1);
        assertThat(api.post("/api/instantly/sync/workspace", acme.apiKey(), "").status())
                .isEqualTo(409);
        assertThat(api.admin("PUT", "/api/instantly/connection?organization_id=acme", "{\"api_key\":\"a b\"}")
                        .status())
                .isEqualTo(422);
    }

    private Installation run(SimulatorServer instantly) throws Exception {
        return Installation.startAt(
                port, data, "--instantly-url", "http://127.0.0.1:" + instantly.port(), "--sync-minutes", "0");
    }

    /** With the command, as an operator does it. */
    private JsonNode sync(Api api) throws Exception {
        try (var command = RunningProcess.start(
                Map.of("SALESBRAIN_ADMIN_KEY", Installation.ADMIN_KEY), "sync", "--url", "http://127.0.0.1:" + port)) {
            Awaitility.await().atMost(PATIENCE).until(() -> !command.isAlive());
            assertThat(command.awaitExit()).as("%s", command.output()).isZero();
            assertThat(command.output())
                    .singleElement()
                    .asString()
                    .startsWith("acme: ")
                    .contains("webhook resumed");
        }
        var report =
                api.admin("/api/instantly/sync/workspace?organization_id=acme").body();
        System.out.println("sync: " + report.path("took") + " " + report.path("repair"));
        return report;
    }

    private static long synthetic(JsonNode report) {
        long total = 0;
        for (var count : report.path("synthetic_events")) {
            total += count.asLong();
        }
        return total;
    }

    private static void whatTheSyncSawIsShown(Api api) throws Exception {
        var accounts =
                api.admin("/api/instantly/email-accounts?organization_id=acme").body();
        assertThat(accounts.path("items").size()).isPositive();
        for (var account : accounts.path("items")) {
            assertThat(account.path("daily_limit").asInt()).as("%s", account).isPositive();
            assertThat(account.path("daily_limit_remaining").isInt()).isTrue();
            assertThat(account.path("warmup_progress").asDouble()).isBetween(0.5, 1.0);
        }
        var campaigns =
                api.admin("/api/instantly/campaigns?organization_id=acme").body();
        for (var campaign : campaigns.path("items")) {
            assertThat(campaign.path("status").asText()).isIn("active", "completed");
            assertThat(campaign.path("campaign_name").asText()).isNotBlank();
        }
    }
}
