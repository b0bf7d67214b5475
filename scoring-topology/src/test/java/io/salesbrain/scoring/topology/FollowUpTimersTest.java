package io.salesbrain.scoring.topology;

import static io.salesbrain.events.EventType.AUTO_REPLY_RECEIVED;
import static io.salesbrain.events.EventType.EMAIL_CLICKED;
import static io.salesbrain.events.EventType.EMAIL_OPENED;
import static io.salesbrain.events.EventType.EMAIL_SENT;
import static io.salesbrain.events.EventType.REPLY_RECEIVED;
import static io.salesbrain.testkit.EventFixture.START;
import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Event;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpEnding;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.testkit.EventFixture;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowUpTimersTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String KEY = "acme/lead/anna@kundin.example/campaign/camp-1";

    private @Nullable TestTopology running;
    private final List<FollowUp> told = new ArrayList<>();
    private final Map<String, FollowUp> latest = new TreeMap<>();

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    /** @param now what the clock shows */
    private TestTopology start(Instant now) {
        stop();
        var started = new TestTopology(MemoryLimits.DEFAULT, now);
        running = started;
        return started;
    }

    private TestTopology topology() {
        return Objects.requireNonNull(running);
    }

    private void send(EventFixture... happened) {
        for (var each : happened) {
            topology().send(each.event());
        }
        collect();
    }

    private void wait(Duration time) {
        topology().driver.advanceWallClockTime(time);
        collect();
    }

    private void collect() {
        for (var record : topology().followUps.readKeyValuesToList()) {
            if (record.value == null) {
                latest.remove(record.key);
            } else {
                assertThat(record.key).isEqualTo(record.value.key());
                told.add(record.value);
                latest.put(record.key, record.value);
            }
        }
    }

    private List<FollowUpState> states() {
        return told.stream().map(FollowUp::state).toList();
    }

    @Test
    void anOpenedMailWithoutAReplyIsDueOnce() {
        start(START.plus(DAY));
        send(happened(EMAIL_SENT), happened(EMAIL_OPENED).after(HOUR));
        assertThat(states()).containsExactly(FollowUpState.SCHEDULED);
        wait(Duration.ofDays(2).minusSeconds(1));
        assertThat(states()).hasSize(1);
        wait(Duration.ofSeconds(2));
        assertThat(states()).containsExactly(FollowUpState.SCHEDULED, FollowUpState.DUE);
        var due = told.getLast();
        assertThat(due.dueAt()).isEqualTo(START.plus(Duration.ofDays(3)));
        assertThat(due.firedAt()).isNotNull();
        assertThat(due.createdAt()).isEqualTo(START.plus(HOUR));

        send(happened(EMAIL_OPENED).after(Duration.ofDays(3)));
        wait(DAY);
        assertThat(told).hasSize(2);
        wait(Duration.ofDays(14));
        assertThat(states()).last().isEqualTo(FollowUpState.EXPIRED);
        wait(Duration.ofDays(100));
        assertThat(told).hasSize(3);
    }

    @Test
    void aReplyCancelsAndAMailMore() {
        start(START.plus(DAY));
        send(happened(EMAIL_SENT), happened(EMAIL_CLICKED).after(HOUR));
        send(happened(EMAIL_SENT).step(2, 1).after(DAY));
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().followUpId()).isNotEqualTo(told.getLast().followUpId());
        assertThat(told.getLast().dueAt()).isEqualTo(START.plus(Duration.ofDays(4)));
        wait(Duration.ofDays(2).plusSeconds(2));
        assertThat(told).hasSize(2);
        send(happened(REPLY_RECEIVED).after(Duration.ofDays(3)).says("Was kostet das?"));
        assertThat(told.getLast().state()).isEqualTo(FollowUpState.CANCELLED);
        assertThat(told.getLast().ending()).isEqualTo(FollowUpEnding.REPLIED);
        assertThat(told.getLast().addressee().language()).isEqualTo("de");
        wait(Duration.ofDays(10));
        assertThat(states()).doesNotContain(FollowUpState.DUE);
    }

    @Test
    void whatCameLateIsDueAtOnceAndWhatIsOldIsNot() {
        start(START.plus(Duration.ofDays(5)));
        send(happened(EMAIL_OPENED).after(HOUR), happened(EMAIL_SENT));
        assertThat(states()).last().isEqualTo(FollowUpState.DUE);

        told.clear();
        start(START.plus(Duration.ofDays(40)));
        send(happened(EMAIL_OPENED).after(HOUR), happened(EMAIL_SENT));
        wait(DAY);
        assertThat(states()).containsOnly(FollowUpState.EXPIRED);
    }

    @Test
    void whatWasDueIsNotSaidAgainWhenItMoves() {
        start(START.plus(Duration.ofDays(4)));
        // Without the send, the open stands for it.
        send(happened(EMAIL_OPENED).after(HOUR));
        assertThat(states()).containsExactly(FollowUpState.DUE);
        var firedAt = told.getFirst().firedAt();
        wait(HOUR);
        send(happened(EMAIL_SENT), happened(EMAIL_CLICKED).after(HOUR.multipliedBy(2)));
        assertThat(told.getLast().reason()).isEqualTo(FollowUpReason.CLICKED);
        assertThat(told).allMatch(followUp -> Objects.equals(followUp.firedAt(), firedAt));
        assertThat(told)
                .extracting(FollowUp::followUpId)
                .containsOnly(told.getFirst().followUpId());
    }

    @Test
    void anOpenThatTurnsOutToBeAMachinesWithdrawsIt() {
        start(START.plus(DAY));
        send(happened(EMAIL_OPENED).after(Duration.ofSeconds(1)));
        assertThat(latest).containsOnlyKeys(KEY);
        // Now it is known that it came a second after the send.
        send(happened(EMAIL_SENT));
        assertThat(latest).isEmpty();
        wait(Duration.ofDays(5));
        assertThat(states()).containsExactly(FollowUpState.SCHEDULED);
    }

    @Test
    void anAbsenceWaitsForTheFirstWorkingDayOfTheLeadsCountry() {
        start(Instant.parse("2026-12-10T12:00:00Z"));
        var fixture = happened(AUTO_REPLY_RECEIVED)
                .says("I am out of office and back on 24 December 2026.")
                .after(Duration.between(START, Instant.parse("2026-12-10T11:00:00Z")));
        topology()
                .send(withColumns(fixture.event(), "{\"event_type\":\"auto_reply_received\",\"country\":\"Germany\"}"));
        collect();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().returnDate()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(told.getFirst().dueAt()).isEqualTo(Instant.parse("2026-12-28T00:00:00Z"));
        assertThat(told.getFirst().addressee().country()).isEqualTo("DE");

        // It is the newest word on the country that counts.
        var later = happened(EMAIL_OPENED).after(Duration.between(START, Instant.parse("2026-12-10T11:30:00Z")));
        topology().send(withColumns(later.event(), "{\"event_type\":\"email_opened\",\"country\":\"UK\"}"));
        collect();
        assertThat(Objects.requireNonNull(latest.get("acme/lead/anna@kundin.example/absence"))
                        .dueAt())
                .isEqualTo(Instant.parse("2026-12-29T00:00:00Z"));
    }

    @Test
    void aRestartNeitherForgetsNorRepeats() {
        start(START.plus(DAY));
        send(happened(EMAIL_SENT), happened(EMAIL_OPENED).after(HOUR));
        send(happened(EMAIL_SENT).lead("ben@kundin.example").after(DAY));
        send(happened(EMAIL_OPENED).lead("ben@kundin.example").after(DAY.plus(HOUR)));
        wait(Duration.ofDays(2).plusSeconds(2));
        assertThat(states()).filteredOn(FollowUpState.DUE::equals).hasSize(1);

        restart(START.plus(Duration.ofDays(5)));
        wait(Duration.ofSeconds(2));
        assertThat(told.stream()
                        .filter(followUp -> followUp.state() == FollowUpState.DUE)
                        .map(FollowUp::leadEmail))
                .containsExactly("anna@kundin.example", "ben@kundin.example");
        restart(START.plus(Duration.ofDays(6)));
        wait(HOUR);
        assertThat(states()).filteredOn(FollowUpState.DUE::equals).hasSize(2);
    }

    @Test
    void tenantsAreApart() {
        start(START.plus(DAY));
        send(happened(EMAIL_SENT), happened(EMAIL_OPENED).after(HOUR));
        send(
                happened(EMAIL_SENT).organization("rival"),
                happened(EMAIL_OPENED).organization("rival").after(HOUR));
        send(happened(REPLY_RECEIVED).after(HOUR.multipliedBy(2)).says("Was kostet das?"));
        assertThat(latest.values())
                .extracting(followUp -> followUp.organizationId() + " " + followUp.state())
                .containsExactly("acme CANCELLED", "rival SCHEDULED");
    }

    @Test
    void anyOrderAnyDuplicatesAndAnyDelayGiveTheSameFollowUps() {
        Seeds.forEach(8, random -> {
            // By then, everything in these histories is due or over.
            var now = START.plus(Duration.ofDays(28 + random.nextInt(20)));
            var events = RandomHistories.ofOneLead(random, 12);
            var expected = after(now, events, 0);
            var other = new ArrayList<>(events);
            other.addAll(events.subList(0, 5));
            Collections.shuffle(other, random);
            assertThat(after(now, other, 0)).isEqualTo(expected);
            Collections.shuffle(other, random);
            assertThat(after(now, other, random.nextInt(28 * 24 / other.size())))
                    .isEqualTo(expected);
        });
    }

    /**
     * What is known in the end; when it was said is a matter of arrival.
     *
     * @param hoursBetween two deliveries, during which the timers run
     */
    private Map<String, String> after(Instant now, List<Event> events, int hoursBetween) {
        latest.clear();
        var delay = Duration.ofHours(hoursBetween);
        start(now.minus(delay.multipliedBy(events.size())));
        for (var event : events) {
            topology().send(event);
            wait(delay);
        }
        wait(Duration.ofSeconds(2));
        var shown = new LinkedHashMap<String, String>();
        latest.forEach((key, followUp) -> shown.put(
                key,
                "%s %s %s %s %s %s"
                        .formatted(
                                followUp.followUpId(),
                                followUp.state(),
                                followUp.reason(),
                                followUp.dueAt(),
                                followUp.ending(),
                                followUp.addressee())));
        return shown;
    }

    /** A new process that has restored the stores of the old one. */
    private void restart(Instant now) {
        var histories = contents(Stores.HISTORIES_BY_SUBJECT);
        var followUps = contents(Stores.FOLLOW_UPS_BY_LEAD);
        var alarms = contents(Stores.ALARMS_BY_TIME);
        start(now);
        histories.forEach(store(Stores.HISTORIES_BY_SUBJECT)::put);
        followUps.forEach(store(Stores.FOLLOW_UPS_BY_LEAD)::put);
        alarms.forEach(store(Stores.ALARMS_BY_TIME)::put);
    }

    private KeyValueStore<String, Object> store(String name) {
        return Objects.requireNonNull(topology().driver.getKeyValueStore(name));
    }

    private Map<String, Object> contents(String name) {
        var contents = new LinkedHashMap<String, Object>();
        try (var all = store(name).all()) {
            all.forEachRemaining(record -> contents.put(record.key, record.value));
        }
        return contents;
    }

    private static Event withColumns(Event event, String raw) {
        return new Event(
                event.eventId(),
                event.organizationId(),
                event.type(),
                event.name(),
                event.sentAt(),
                event.at(),
                event.receivedAt(),
                event.flags(),
                event.workspace(),
                event.campaignId(),
                event.campaignName(),
                event.leadEmail(),
                event.account(),
                event.step(),
                event.emailId(),
                event.reply(),
                raw);
    }
}
