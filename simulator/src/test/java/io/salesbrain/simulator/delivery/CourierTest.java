package io.salesbrain.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourierTest {
    private static final long SEED = 9;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final List<Duration> SOON = List.of(Duration.ofMillis(20), Duration.ofMillis(40));

    @Test
    void postsEachEventByItselfWithTheSecretOfTheTarget() throws InterruptedException {
        try (Receiver receiver = Receiver.accepting();
                Courier courier = courier(receiver, Habits.PERFECT)) {
            tell(courier, 25);
            assertThat(receiver.bodies()).hasSize(25).doesNotHaveDuplicates();
            assertThat(receiver.received()).allSatisfy(request -> {
                assertThat(request.headers().get("Authorization")).containsExactly("Bearer s3cret");
                assertThat(request.headers().get("Content-type")).containsExactly("application/json");
                assertThat(request.headers().get("User-agent")).containsExactly("axios/0.21.4");
            });
            DeliveryReport report = courier.report();
            assertThat(report.generated()).isEqualTo(25);
            assertThat(report.delivered()).isEqualTo(25);
            assertThat(report.underway()).isZero();
            assertThat(report.generatedByType())
                    .containsEntry("email_sent", 13L)
                    .containsEntry("email_opened", 12L);
        }
    }

    @Test
    void sendsSomeEventsTwiceWithTheSameBody() throws InterruptedException {
        try (Receiver receiver = Receiver.accepting();
                Courier courier = courier(receiver, habits(0.5, 0, 0, 0))) {
            tell(courier, 200);
            List<String> bodies = receiver.bodies();
            assertThat(new HashSet<>(bodies)).hasSize(200);
            assertThat(bodies.size() - 200).isBetween(60, 140);
            assertThat(courier.report().duplicated()).isEqualTo(bodies.size() - 200);
        }
    }

    @Test
    void aSlightlyDifferentRepeatStillNamesTheSameEvent() throws InterruptedException, JsonProcessingException {
        try (Receiver receiver = Receiver.accepting();
                Courier courier = courier(receiver, habits(0, 1, 0, 0))) {
            tell(courier, 1);
            List<String> bodies = receiver.bodies();
            assertThat(bodies).hasSize(2).doesNotHaveDuplicates();
            JsonNode one = new ObjectMapper().readTree(bodies.getFirst());
            JsonNode two = new ObjectMapper().readTree(bodies.getLast());
            for (String field : List.of("timestamp", "event_type", "workspace", "lead_email", "step")) {
                assertThat(one.path(field)).isEqualTo(two.path(field));
            }
        }
    }

    @Test
    void delayedEventsAreOvertaken() throws InterruptedException {
        try (Receiver receiver = Receiver.accepting();
                Courier courier = courier(receiver, habits(0, 0, 0.3, 0))) {
            tell(courier, 120);
            List<Integer> order =
                    receiver.bodies().stream().map(CourierTest::number).toList();
            assertThat(order)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 120).boxed().toList());
            assertThat(order).isNotEqualTo(order.stream().sorted().toList());
        }
    }

    @Test
    void losesSomeEventsForGoodButNeverPunctualOnes() throws InterruptedException {
        try (Receiver receiver = Receiver.accepting();
                Courier courier = courier(receiver, habits(0, 0, 0, 0.3))) {
            tell(courier, 200);
            assertThat(courier.report().lost()).isBetween(30L, 90L);
            assertThat(receiver.bodies()).hasSize((int) (200 - courier.report().lost()));
        }
        try (Receiver receiver = Receiver.accepting();
                Courier courier = courier(receiver, habits(0, 0, 0, 1))) {
            courier.tell(event(1, true));
            assertThat(courier.awaitQuiet(LONG_ENOUGH)).isTrue();
            assertThat(receiver.bodies()).hasSize(1);
        }
    }

    @Test
    void aRepeatInAnotherNotationDiffersInEveryFieldThatNamesTheEvent()
            throws InterruptedException, JsonProcessingException {
        Shares rewritten = new Shares(0, 0, 1, 0, 0, 0, 1);
        try (Receiver receiver = Receiver.accepting();
                Courier courier = courier(receiver, Habits.PERFECT.withShares(rewritten))) {
            tell(courier, 1);
            JsonNode one = new ObjectMapper().readTree(receiver.bodies().getFirst());
            JsonNode two = new ObjectMapper().readTree(receiver.bodies().getLast());
            for (String field : List.of("timestamp", "event_type", "lead_email")) {
                assertThat(one.path(field)).isNotEqualTo(two.path(field));
            }
            assertThat(Stream.of(one, two)
                            .map(body -> body.path("event_type").asText().strip()))
                    .allMatch("email_sent"::equalsIgnoreCase);
            assertThat(courier.report().acknowledged()).isEqualTo(1);
            assertThat(courier.report().duplicated()).isEqualTo(1);
        }
    }

    @Test
    void theSameSeedMeetsTheSameFate() {
        for (long sequence = 0; sequence < 500; sequence++) {
            assertThat(Habits.BELIEVABLE.fateOf(SEED, sequence)).isEqualTo(Habits.BELIEVABLE.fateOf(SEED, sequence));
        }
    }

    private static Habits habits(double repeated, double altered, double delayed, double lost) {
        return Habits.PERFECT
                .withShares(new Shares(repeated, altered, 0, delayed, lost, 0, 1))
                .withWaits(new Waits(Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofMillis(1), SOON));
    }

    private static Courier courier(Receiver receiver, Habits habits) {
        return new Courier(new Target(receiver.url(), "s3cret"), habits, SEED, 6);
    }

    private static void tell(Courier courier, int events) throws InterruptedException {
        for (int i = 0; i < events; i++) {
            courier.tell(event(i, false));
        }
        assertThat(courier.awaitQuiet(LONG_ENOUGH)).isTrue();
    }

    private static Outgoing event(int number, boolean punctual) {
        String type = number % 2 == 0 ? "email_sent" : "email_opened";
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", "2026-06-17T13:20:00.000Z")
                .put("event_type", type)
                .put("workspace", "w")
                .put("lead_email", "lead" + number + "@example.com")
                .put("is_first", true)
                .put("step", number);
        return new Outgoing(number, type, "c", body, punctual);
    }

    private static int number(String body) {
        try {
            return new ObjectMapper().readTree(body).path("step").asInt();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The receiver got no JSON: " + body, e);
        }
    }
}
