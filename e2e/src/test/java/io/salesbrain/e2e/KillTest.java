package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed again and again while webhooks come in: every event that was answered with 2xx is there once. Three times by
 * default; {@code -Dsalesbrain.kills=10} for a longer night.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("salesbrain.kills", 3);
    private static final int SENDERS = 8;
    private static final int ANSWERED_BEFORE_A_KILL = 150;

    private final Queue<Integer> answered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();

    @TempDir
    private Path data;

    @Test
    void everyAnsweredEventIsThereOnce() throws Exception {
        var secret = "";
        var key = "";
        for (int kill = 0; kill < KILLS; kill++) {
            try (var run = Installation.start(data)) {
                var api = run.api();
                if (kill == 0) {
                    var customer = api.createCustomer("acme");
                    secret = customer.webhookSecret();
                    key = customer.apiKey();
                }
                killUnderLoad(run, api, secret);
            }
        }
        try (var run = Installation.start(data)) {
            assertEverythingIsThereOnce(run.api(), secret, key);
        }
    }

    private void killUnderLoad(Installation run, Api api, String secret) throws Exception {
        int before = answered.size();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                sending.add(senders.submit(() -> sendUntilItDies(api, secret)));
            }
            Awaitility.await().until(() -> answered.size() >= before + ANSWERED_BEFORE_A_KILL);
            run.killHard();
            for (var sender : sending) {
                sender.get();
            }
        }
    }

    private Void sendUntilItDies(Api api, String secret) throws InterruptedException {
        while (true) {
            int number = next.getAndIncrement();
            try {
                if (api.webhook(secret, payload(number)).status() == 202) {
                    answered.add(number);
                }
            } catch (IOException _) {
                // It is dead; whether this event is in the log nobody knows, and nobody was told.
                return null;
            }
        }
    }

    private void assertEverythingIsThereOnce(Api api, String secret, String key) throws Exception {
        Api.eventually(() -> assertThat(
                        api.admin("/api/admin/pipeline").body().path("lag").asLong())
                .isZero());
        var before = api.admin("/api/admin/pipeline").body();
        assertThat(before.path("processed").asInt()).isBetween(answered.size(), next.get());

        // What is there already is a duplicate now; anything else would be processed.
        for (var number : answered) {
            assertThat(api.webhook(secret, payload(number)).status()).isEqualTo(202);
        }
        var after = api.awaitSettled(before.path("accepted").asLong() + answered.size());
        assertThat(after.path("processed").asInt())
                .isEqualTo(before.path("processed").asInt());
        assertThat(after.path("duplicates").asInt())
                .isEqualTo(before.path("duplicates").asInt() + answered.size());
        assertThat(after.path("stored").asInt())
                .isEqualTo(after.path("processed").asInt());
        var stats = api.get("/api/instantly/campaign/kill/stats", key).body();
        assertThat(stats.path("emails_sent").asInt())
                .as("%s", stats)
                .isEqualTo(after.path("processed").asInt());
        assertThat(stats.path("total_leads").asInt())
                .as("%s", stats)
                .isEqualTo(after.path("processed").asInt());
    }

    private static String payload(int number) {
        return "{\"event_type\":\"email_sent\",\"timestamp\":\"2026-03-04T05:06:07.089Z\",\"campaign_id\":\"kill\","
                + "\"lead_email\":\"lead" + number
                + "@kundin.example\",\"email_account\":\"sales@agency.example\",\"step\":1,\"variant\":1}";
    }
}
