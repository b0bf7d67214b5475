package io.salesbrain.instantly.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.instantly.client.RecordingServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InstantlyClientTest {
    private static final String CAMPAIGN = "{\"id\":\"c-1\",\"name\":\"Spring\",\"status\":1}";

    @Test
    void anAnswerWithoutNullsOrWithMoreIsRead() throws Exception {
        var rich = "{\"id\":\"c-2\",\"name\":\"Rich\",\"status\":-77,\"not_sending_status\":null,\"daily_limit\":30.0,"
                + "\"timestamp_updated\":\"2026-05-01T10:00:00.000Z\",\"novelty\":{\"deep\":[1]},\"pl_value\":\"x\"}";
        try (var server =
                new RecordingServer(_ -> Reply.ok("{\"items\":[" + CAMPAIGN + "," + rich + "],\"more\":1}"))) {
            var campaigns = server.client().campaigns().list().all();
            assertThat(campaigns).hasSize(2);
            assertThat(campaigns.get(0).status().is(CampaignStatus.ACTIVE)).isTrue();
            assertThat(campaigns.get(0).updatedAt()).isEmpty();
            assertThat(campaigns.get(1).status()).isEqualTo(new Code.Unknown<CampaignStatus>(-77));
            assertThat(campaigns.get(1).dailyLimit()).hasValue(30);
            assertThat(campaigns.get(1).updatedAt()).isPresent();
        }
    }

    @Test
    void pagesAreReadToTheEnd() throws Exception {
        try (var server = new RecordingServer(request -> {
            int from = Integer.parseInt(request.query().getOrDefault("starting_after", "0"));
            if (from == 12_000) {
                return Reply.ok("{\"items\":[],\"next_starting_after\":\"12000\"}");
            }
            var items = new ArrayList<String>();
            for (int i = from; i < from + 100; i++) {
                items.add("{\"id\":\"c-" + i + "\",\"status\":0}");
            }
            // The last full page still carries a cursor, as the real one may.
            return Reply.ok(
                    "{\"items\":[" + String.join(",", items) + "],\"next_starting_after\":\"" + (from + 100) + "\"}");
        })) {
            var campaigns = server.client(Optional.empty(), new FakeTicker())
                    .campaigns()
                    .list()
                    .all();
            assertThat(campaigns.stream().map(Campaign::id)).hasSize(12_000).doesNotHaveDuplicates();
        }
    }

    @Test
    void aCursorThatRepeatsIsAnErrorAndNoLoop() throws Exception {
        try (var server = new RecordingServer(
                _ -> Reply.ok("{\"items\":[" + CAMPAIGN + "],\"next_starting_after\":\"again\"}"))) {
            assertThatThrownBy(() -> server.client().campaigns().list().all())
                    .isInstanceOf(InstantlyException.BadAnswer.class)
                    .hasMessageContaining("again");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void everyStatusHasItsErrorWithTheApisOwnWords() throws Exception {
        var kinds = Map.of(
                400, InstantlyException.Rejected.class,
                401, InstantlyException.Unauthorized.class,
                402, InstantlyException.PlanRequired.class,
                403, InstantlyException.ScopeMissing.class,
                404, InstantlyException.NotFound.class,
                409, InstantlyException.Conflict.class,
                413, InstantlyException.TooLarge.class,
                429, InstantlyException.TooManyRequests.class,
                503, InstantlyException.ServerFailed.class,
                302, InstantlyException.BadAnswer.class);
        for (var kind : kinds.entrySet()) {
            try (var server = new RecordingServer(_ -> Reply.error(kind.getKey(), "these very words"))) {
                assertThatThrownBy(() -> server.client().campaigns().get("c-1"))
                        .isInstanceOf(kind.getValue())
                        .hasMessageContaining("GET /campaigns/{id}")
                        .hasMessageContaining("these very words");
                boolean passes = kind.getKey() == 429 || kind.getKey() == 503;
                assertThat(server.requests()).hasSize(passes ? RecordingServer.HASTY.tries() : 1);
            }
        }
    }

    @Test
    void whatPassesIsWaitedForAndTriedAgainWithinTheLimits() throws Exception {
        var tries = new AtomicInteger();
        try (var server = new RecordingServer(_ -> switch (tries.incrementAndGet()) {
            case 1 -> new Reply(429, "{\"error\":\"slow down\"}", Map.of("Retry-After", "40"));
            case 2 -> Reply.error(502, "bad gateway");
            default -> Reply.ok(CAMPAIGN);
        })) {
            var ticker = new FakeTicker();
            long before = ticker.nanos();
            var client = server.client(Optional.empty(), ticker);
            assertThat(client.campaigns().get("c-1").name()).isEqualTo("Spring");
            assertThat(ticker.nanos() - before).isGreaterThanOrEqualTo(40_000_000_000L);
            assertThat(server.metrics()
                            .counter("salesbrain.instantly.retries", "route", "GET /campaigns/{id}")
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void whatMayHaveBeenDoneIsNotDoneTwice() throws Exception {
        try (var server = new RecordingServer(_ -> Reply.error(500, "who knows"))) {
            var reply = new ReplyDraft("e-1", "anna@box.example", "Re: Hello", "Yes.");
            assertThatThrownBy(() -> server.client().emails().reply(reply))
                    .isInstanceOf(InstantlyException.ServerFailed.class);
            assertThat(server.requests()).hasSize(1);
            assertThatThrownBy(() -> server.client().campaigns().pause("c-1"))
                    .isInstanceOf(InstantlyException.ServerFailed.class);
            assertThat(server.requests()).hasSize(1 + RecordingServer.HASTY.tries());
        }
    }

    @Test
    void workThatSomebodyElseTookOverStopsBeforeItsNextRequest() throws Exception {
        var ours = new AtomicInteger(3);
        try (var server = new RecordingServer(_ -> Reply.error(503, "later"))) {
            var client = server.client().asLongAs(() -> ours.getAndDecrement() > 0);
            assertThatThrownBy(() -> client.campaigns().get("c-1")).isInstanceOf(InstantlyException.class);
            int sent = server.requests().size();
            assertThat(sent).isEqualTo(RecordingServer.HASTY.tries()).isEqualTo(3);
            assertThatThrownBy(() -> client.campaigns().get("c-1"))
                    .isInstanceOf(RelievedException.class)
                    .hasMessageContaining("GET /campaigns/{id}");
            assertThat(server.requests()).hasSize(sent);
        }
    }

    @Test
    void theKeyAndTheSubWorkspaceTravelInHeadersOnly() throws Exception {
        try (var server = new RecordingServer(_ -> Reply.ok("{\"id\":\"w\",\"name\":\"Acme\"}"))) {
            var client = server.client(Optional.of("sub-7"), Ticker.SYSTEM);
            assertThat(client.workspace().name()).isEqualTo("Acme");
            assertThat(client.workspace().id()).isEqualTo("w");
            var request = server.requests().getFirst();
            assertThat(server.requests())
                    .as("what hardly changes is remembered")
                    .hasSize(1);
            assertThat(request.headers())
                    .containsEntry("Authorization", "Bearer key-of-test")
                    .containsEntry("X-as-workspace", "sub-7");
            assertThat(request.query()).isEmpty();
        }
    }

    @Test
    void anAddressInAPathIsEscaped() throws Exception {
        try (var server = new RecordingServer(_ -> Reply.ok("{\"email\":\"a/b+c@box.example\",\"status\":2}"))) {
            assertThat(server.client()
                            .accounts()
                            .pause("a/b+c@box.example")
                            .status()
                            .is(AccountStatus.PAUSED))
                    .isTrue();
            assertThat(server.requests().getFirst().path()).isEqualTo("/api/v2/accounts/a/b+c@box.example/pause");
        }
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var http = InstantlyClient.http(RecordingServer.HASTY)) {
            var endless = Thread.ofVirtual().start(() -> beginAnswers(server));
            var once = new Patience(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(5),
                    1,
                    Duration.ZERO,
                    Duration.ZERO);
            var base = URI.create("http://127.0.0.1:" + server.getLocalPort());
            var client = new InstantlyClient(
                    http,
                    new Access(base, "key", Optional.empty(), "w"),
                    new Limiters(Ticker.SYSTEM),
                    once,
                    new SimpleMeterRegistry());
            assertThatThrownBy(client::workspace).isInstanceOf(InstantlyException.Unreachable.class);
            endless.interrupt();
        }
    }

    /** A head, and then nothing more. */
    private static void beginAnswers(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(US_ASCII));
            connection.getOutputStream().flush();
            new CountDownLatch(1).await();
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nothingThereIsSaidInOneSentence() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var access = new Access(URI.create("http://127.0.0.1:" + port), "key", Optional.empty(), "w");
        try (var http = InstantlyClient.http(RecordingServer.HASTY)) {
            var client = new InstantlyClient(
                    http, access, new Limiters(Ticker.SYSTEM), RecordingServer.HASTY, new SimpleMeterRegistry());
            assertThatThrownBy(client::workspace)
                    .isInstanceOf(InstantlyException.Unreachable.class)
                    .hasMessageContaining("127.0.0.1 gave no answer")
                    .hasMessageNotContaining("key");
        }
    }
}
