package io.salesbrain.query.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.events.AlertTarget;
import io.salesbrain.events.OrganizationId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** What the target got. */
    private record Got(String id, String signature, String body) {}

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final AtomicInteger elsewhere = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Courier trusting = new Courier(true, InstantSource.fixed(NOW));
    private final Courier careful = new Courier(false, InstantSource.fixed(NOW));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HttpServer server = create();

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", exchange -> {
            // Slow, but not for ever.
            LockSupport.parkNanos(1_000_000);
            var failing = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!failing) {
                got.add(new Got(
                        header(exchange, "webhook-id"),
                        header(exchange, "webhook-signature"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            }
            answer(exchange, failing ? 500 : 204);
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            answer(exchange, 302);
        });
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            answer(exchange, 204);
        });
        server.createContext("/gone", exchange -> answer(exchange, 410));
        server.createContext("/broken", exchange -> answer(exchange, 500));
        server.start();
    }

    @AfterEach
    void stop() {
        trusting.close();
        careful.close();
        server.stop(0);
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static AlertTarget target(String url, AlertTarget.Kind kind) {
        return new AlertTarget(ACME, "t", "test", kind, url, SECRET, NOW, null, null);
    }

    private static Message message(String id) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("alert_id", id);
        return new Message(id, "alert.opened", "2026-03-04T12:00:00.000Z", data, "<Too many bounces> & more");
    }

    @Test
    void signaturesAreThoseOfTheSpecification() {
        assertThat(Signature.of(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aWebhookGetsTheObjectSigned() {
        var outcome = trusting.deliver(target(url("/hook"), AlertTarget.Kind.WEBHOOK), message("a-1"));

        assertThat(outcome).isEqualTo(new Courier.Outcome.Delivered(204));
        assertThat(got).singleElement().satisfies(delivery -> {
            assertThat(delivery.id()).isEqualTo("a-1");
            assertThat(delivery.body()).contains("\"type\":\"alert.opened\"", "\"alert_id\":\"a-1\"");
            assertThat(delivery.signature())
                    .isEqualTo(Signature.of(SECRET, "a-1", NOW.getEpochSecond(), delivery.body()));
        });
    }

    @Test
    void aChatGetsATextWithoutMarkup() {
        trusting.deliver(target(url("/hook"), AlertTarget.Kind.SLACK), message("a-1"));

        assertThat(got.getFirst().body()).isEqualTo("{\"text\":\"&lt;Too many bounces&gt; &amp; more\"}");
    }

    @Test
    void redirectsAreNotFollowed() {
        var outcome = trusting.deliver(target(url("/away"), AlertTarget.Kind.WEBHOOK), message("a-1"));

        assertThat(outcome).isInstanceOf(Courier.Outcome.Failed.class);
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void ourOwnNetworkIsNotCalled() {
        for (var host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0177.0.0.1")) {
            var url = "https://" + host + ":" + server.getAddress().getPort() + "/hook";
            var outcome = careful.deliver(target(url, AlertTarget.Kind.WEBHOOK), message("a-1"));
            assertThat(outcome)
                    .as(host)
                    .isInstanceOfSatisfying(
                            Courier.Outcome.Failed.class,
                            failed -> assertThat(failed.forGood()).isTrue());
        }
        assertThat(careful.objection("http://hooks.example.com/x")).isNotEmpty();
        assertThat(careful.objection("https://user@hooks.example.com/x")).isNotEmpty();
        assertThat(careful.objection("https://hooks.example.com/x")).isEmpty();
        assertThat(got).isEmpty();
    }

    @Test
    void aThousandAlertsReachASlowTargetInOrderAndNobodyWaits() {
        failures.set(5);
        var patience = new Lane.Patience(Duration.ofMillis(5), Duration.ofMillis(20), 20, 3);
        try (var deliveries = new Deliveries(
                new Courier(true, InstantSource.fixed(NOW)),
                patience,
                new DeliveryCounters(meters),
                (target, why) -> got.add(new Got("dead", target.targetId(), why)))) {
            var target = target(url("/hook"), AlertTarget.Kind.WEBHOOK);
            deliveries.accept(target.key(), target);
            long startNanos = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                deliveries.deliver(ACME, message("m-" + i));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(1));
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> got.size() == 1_000);
            assertThat(got)
                    .extracting(Got::id)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 1_000).mapToObj(i -> "m-" + i).toList());
        }
    }

    @Test
    void aTargetThatStaysBrokenIsGivenUpOnce() {
        var dead = new CopyOnWriteArrayList<String>();
        var patience = new Lane.Patience(Duration.ofMillis(1), Duration.ofMillis(2), 2, 2);
        try (var deliveries = new Deliveries(
                new Courier(true, InstantSource.fixed(NOW)),
                patience,
                new DeliveryCounters(meters),
                (_, why) -> dead.add(why))) {
            for (var path : List.of("/broken", "/gone")) {
                var target = target(url(path), AlertTarget.Kind.WEBHOOK);
                deliveries.accept(target.key(), target);
                var expected = new ArrayList<>(dead);
                for (int i = 0; i < 5; i++) {
                    deliveries.deliver(ACME, message("m-" + i));
                }
                expected.add("The target answered " + (path.equals("/gone") ? 410 : 500) + ".");
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> dead.equals(expected));
            }
        }
        assertThat(meters.counter("salesbrain.delivery.targets.disabled").count())
                .isEqualTo(2);
    }
}
