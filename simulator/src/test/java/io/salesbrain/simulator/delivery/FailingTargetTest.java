package io.salesbrain.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.salesbrain.simulator.oddity.Oddity;
import io.salesbrain.simulator.oddity.Soundness;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Targets that misbehave on purpose, and what the courier and its journal say of them. */
class FailingTargetTest {
    private static final long SEED = 9;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final Habits HABITS = Habits.PERFECT.withWaits(waits(Duration.ofSeconds(5)));

    private final Journal journal = new Journal();

    @Test
    void anAnswerAtTheThirdTryIsInTime() throws InterruptedException {
        try (Receiver receiver = new Receiver(request -> request <= 2 ? 503 : 202);
                Courier courier = courier(receiver.url(), HABITS)) {
            tell(courier, 0, 1);
            assertThat(receiver.bodies()).hasSize(1);
            assertThat(courier.report().retried()).isEqualTo(2);
            assertThat(courier.report().delivered()).isEqualTo(1);
            assertThat(courier.report().answers(Soundness.SOUND)).isEqualTo(new Answers(1, 0, 2, 0));

            List<JournalEntry> tries = journal.all(entry -> true).reversed();
            assertThat(tries).extracting(JournalEntry::successful).containsExactly(false, false, true);
            assertThat(tries).extracting(JournalEntry::retryCount).containsExactly(0, 1, 2);
            assertThat(tries).extracting(JournalEntry::nextRetry).containsOnly(Optional.empty());
            assertThat(tries).extracting(JournalEntry::retrySuccessful).containsOnly(Optional.of(true));
            assertThat(tries).extracting(JournalEntry::retryGroup).doesNotContain(Optional.empty());
            assertThat(tries.stream().map(JournalEntry::retryGroup).distinct()).hasSize(1);
            assertThat(tries.getFirst().error()).contains("Request failed with status code 503");
        }
    }

    @Test
    void afterThreeTriesThereIsSilence() throws InterruptedException {
        try (Receiver receiver = new Receiver(request -> 500);
                Courier courier = courier(receiver.url(), HABITS)) {
            tell(courier, 0, 4);
            assertThat(receiver.requests()).isEqualTo(12);
            assertThat(courier.report().failed()).isEqualTo(4);
            assertThat(courier.report().unsure()).isZero();
            assertThat(courier.report().retried()).isEqualTo(8);
            assertThat(courier.report().delivered()).isZero();
            assertThat(journal.all(entry -> true))
                    .hasSize(12)
                    .allMatch(entry -> entry.status().orElse(0) == 500)
                    .allMatch(entry -> entry.retrySuccessful().equals(Optional.of(false)));
        }
    }

    @Test
    void whileAnotherTryIsToComeTheJournalSaysWhen() throws InterruptedException {
        Waits patient =
                new Waits(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMillis(1), List.of(Duration.ofMinutes(5)));
        try (Receiver receiver = new Receiver(request -> 500);
                Courier courier = courier(receiver.url(), HABITS.withWaits(patient))) {
            courier.tell(event(0));
            await().atMost(LONG_ENOUGH).until(() -> journal.all(entry -> true).size() == 1);
            JournalEntry first = journal.all(entry -> true).getFirst();
            assertThat(Duration.between(first.created(), first.nextRetry().orElseThrow()))
                    .isEqualTo(Duration.ofMinutes(5));
            assertThat(first.retryGroup()).isPresent();
            assertThat(first.retrySuccessful()).isEmpty();
            assertThat(courier.report().underway()).isEqualTo(1);
        }
    }

    @Test
    void noAnswerInTimeMayStillMeanThatItArrived() throws InterruptedException {
        try (Receiver receiver = new Receiver(request -> Receiver.HANG);
                Courier courier = courier(receiver.url(), HABITS.withWaits(waits(Duration.ofMillis(500))))) {
            tell(courier, 0, 1);
            assertThat(courier.report().failed()).isEqualTo(1);
            assertThat(courier.report().unsure()).isEqualTo(1);
            assertThat(courier.report().answers(Soundness.SOUND)).isEqualTo(new Answers(0, 0, 0, 3));
            assertThat(journal.all(entry -> true))
                    .hasSize(3)
                    .allMatch(entry -> entry.status().isEmpty())
                    .allMatch(entry -> entry.error().equals(Optional.of("timeout of 500ms exceeded")));
        }
    }

    @Test
    void aDroppedConnectionIsTriedAgain() throws InterruptedException {
        try (Receiver receiver = new Receiver(request -> request == 1 ? Receiver.DROP : 202);
                Courier courier = courier(receiver.url(), HABITS)) {
            tell(courier, 0, 1);
            assertThat(courier.report().acknowledged()).isEqualTo(1);
            assertThat(journal.all(JournalEntry::successful)).hasSize(1);
            assertThat(journal.all(entry -> !entry.successful()))
                    .extracting(JournalEntry::error)
                    .containsExactly(Optional.of("socket hang up"));
        }
    }

    @Test
    void whereNobodyListensNothingArrived() throws InterruptedException {
        URI deaf;
        try (Receiver receiver = Receiver.accepting()) {
            deaf = receiver.url();
        }
        try (Courier courier = courier(deaf, HABITS)) {
            tell(courier, 0, 1);
            assertThat(courier.report().failed()).isEqualTo(1);
            assertThat(courier.report().unsure()).isZero();
            assertThat(journal.all(entry -> true))
                    .extracting(entry -> entry.error().orElse(""))
                    .containsOnly("connect ECONNREFUSED 127.0.0.1:" + deaf.getPort());
        }
    }

    @Test
    void anImpatientSenderTriesAgainAndWaitsThen() throws InterruptedException {
        Habits impatient = HABITS.withShares(new Shares(0, 0, 0, 0, 0, 1, 1));
        try (Receiver receiver = new Receiver(request -> request == 1 ? Receiver.HANG : 202);
                Courier courier = courier(receiver.url(), impatient)) {
            tell(courier, 0, 1);
            assertThat(courier.report().acknowledged()).isEqualTo(1);
            assertThat(courier.report().answers(Soundness.SOUND).taken()).isEqualTo(1);
            assertThat(courier.report().answers(Soundness.SOUND).unanswered()).isPositive();
        }
    }

    @Test
    void tooManyFailuresDisableUntilAPersonResumes() throws InterruptedException {
        boolean[] broken = {true};
        Habits shortOfPatience = HABITS.withPatience(new Patience(3, Duration.ofMinutes(1)));
        try (Receiver receiver = new Receiver(request -> broken[0] ? 500 : 202);
                Courier courier = courier(receiver.url(), shortOfPatience)) {
            tell(courier, 0, 2);
            assertThat(courier.disabledAt()).isEmpty();
            tell(courier, 2, 3);
            assertThat(courier.disabledAt()).isPresent();
            assertThat(receiver.requests()).isEqualTo(9);

            broken[0] = false;
            tell(courier, 3, 8);
            assertThat(receiver.requests()).isEqualTo(9);
            assertThat(courier.report().withheld()).isEqualTo(5);
            assertThat(journal.all(entry -> entry.error().equals(Optional.of("Webhook is disabled"))))
                    .hasSize(5)
                    .allMatch(entry ->
                            entry.status().isEmpty() && entry.nextRetry().isEmpty());

            courier.resume();
            assertThat(courier.disabledAt()).isEmpty();
            tell(courier, 8, 10);
            assertThat(receiver.bodies()).hasSize(2);
            assertThat(courier.report().fates(Soundness.SOUND)).isEqualTo(new Fates(10, 2, 3, 0, 5, 0));
        }
    }

    @Test
    void aSuccessInBetweenForgivesEarlierFailures() throws InterruptedException {
        Habits shortOfPatience = HABITS.withPatience(new Patience(2, Duration.ofMinutes(1)));
        try (Receiver receiver = new Receiver(request -> request % 4 == 0 ? 202 : 500);
                Courier courier = courier(receiver.url(), shortOfPatience)) {
            for (int i = 0; i < 8; i++) {
                tell(courier, i, i + 1);
            }
            assertThat(courier.report().failed()).isEqualTo(4);
            assertThat(courier.disabledAt()).isEmpty();
        }
    }

    @Test
    void ofTheGapTheJournalKnowsTheShareItShould() throws InterruptedException {
        Habits lossy = HABITS.withShares(new Shares(0, 0, 0, 0, 1, 0, 0.5));
        try (Receiver receiver = Receiver.accepting();
                Courier courier = courier(receiver.url(), lossy)) {
            tell(courier, 0, 200);
            assertThat(receiver.requests()).isZero();
            assertThat(courier.report().lost()).isEqualTo(200);
            assertThat(courier.report().unlisted()).isBetween(60L, 140L);
            assertThat(journal.all(entry -> true))
                    .hasSize((int) (200 - courier.report().unlisted()))
                    .noneMatch(JournalEntry::successful);
        }
    }

    @Test
    void theJournalForgetsTheOldestFirstByNumberAndBySize() throws InterruptedException {
        Journal small = new Journal(3, 10_000);
        try (Receiver receiver = Receiver.accepting();
                Courier courier = new Courier(new Target(receiver.url(), "s"), HABITS, SEED, 1, small)) {
            for (int i = 0; i < 5; i++) {
                tell(courier, i, i + 1);
            }
            assertThat(small.all(entry -> true))
                    .extracting(JournalEntry::leadEmail)
                    .containsExactly("lead4@example.com", "lead3@example.com", "lead2@example.com");
            UUID newest = small.all(entry -> true).getFirst().id();
            assertThat(small.newest(Optional.of(newest), entry -> true, 1))
                    .extracting(JournalEntry::leadEmail)
                    .containsExactly("lead3@example.com");
            Outgoing plain = event(5);
            courier.tell(new Outgoing(
                    5, plain.eventType(), "c", plain.body().put("city", "x".repeat(9_800)), false, Optional.empty()));
            assertThat(courier.awaitQuiet(LONG_ENOUGH)).isTrue();
            assertThat(small.all(entry -> true)).hasSize(1);
        }
    }

    @Test
    void whatBrokeOnTheWayIsRememberedAsItWasMeant() throws InterruptedException {
        try (Receiver receiver = Receiver.accepting();
                Courier courier = courier(receiver.url(), HABITS)) {
            Outgoing plain = event(1);
            courier.tell(new Outgoing(1, plain.eventType(), "c", plain.body(), false, Optional.of(Oddity.BROKEN_BODY)));
            assertThat(courier.awaitQuiet(LONG_ENOUGH)).isTrue();
            String meant = plain.body().toString();
            assertThat(receiver.bodies()).hasSize(1).doesNotContain(meant);
            assertThat(journal.all(entry -> true))
                    .extracting(JournalEntry::payload)
                    .containsExactly(meant);
            assertThat(courier.report().acknowledged()).isZero();
            assertThat(courier.report().toBeQuarantined()).isEqualTo(1);
        }
    }

    @Test
    void habitsHaveLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shares(0, 0, 0, 0, 1.5, 0, 0))
                .withMessage("The habit lost is a share between 0 and 1, not 1.5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Patience(0, Duration.ofMinutes(1)))
                .withMessage("A webhook is disabled after 1 to 10000 failures, not after 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waits(Duration.ZERO))
                .withMessage("The habits timeout and impatience must lie above 0.");
    }

    private static Waits waits(Duration timeout) {
        return new Waits(
                Duration.ofMillis(100),
                timeout,
                Duration.ofMillis(60),
                List.of(Duration.ofMillis(20), Duration.ofMillis(40)));
    }

    private Courier courier(URI url, Habits habits) {
        return new Courier(new Target(url, "s3cret"), habits, SEED, 6, journal);
    }

    private static void tell(Courier courier, int from, int to) throws InterruptedException {
        for (int i = from; i < to; i++) {
            courier.tell(event(i));
        }
        assertThat(courier.awaitQuiet(LONG_ENOUGH)).isTrue();
    }

    private static Outgoing event(int number) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", "2026-06-17T13:20:00.000Z")
                .put("event_type", "email_sent")
                .put("workspace", "w")
                .put("lead_email", "lead" + number + "@example.com");
        return new Outgoing(number, "email_sent", "c", body, false);
    }
}
