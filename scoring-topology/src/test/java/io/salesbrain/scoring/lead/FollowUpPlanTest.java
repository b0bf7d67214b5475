package io.salesbrain.scoring.lead;

import static io.salesbrain.events.EventType.AUTO_REPLY_RECEIVED;
import static io.salesbrain.events.EventType.EMAIL_BOUNCED;
import static io.salesbrain.events.EventType.EMAIL_CLICKED;
import static io.salesbrain.events.EventType.EMAIL_OPENED;
import static io.salesbrain.events.EventType.EMAIL_SENT;
import static io.salesbrain.events.EventType.EMAIL_UNSUBSCRIBED;
import static io.salesbrain.events.EventType.LEAD_CLOSED;
import static io.salesbrain.events.EventType.LEAD_INTERESTED;
import static io.salesbrain.events.EventType.LEAD_MEETING_BOOKED;
import static io.salesbrain.events.EventType.LEAD_NOT_INTERESTED;
import static io.salesbrain.events.EventType.REPLY_RECEIVED;
import static io.salesbrain.testkit.EventFixture.START;
import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.salesbrain.events.Event;
import io.salesbrain.events.FollowUpEnding;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.scoring.calendar.PublicHolidays;
import io.salesbrain.testkit.EventFixture;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each sentence of the rules as an example. */
class FollowUpPlanTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final PublicHolidays CALENDAR = new PublicHolidays();

    @Test
    void openedAndNoReplyForThreeDaysAfterTheLastSend() {
        var plan = plan(
                happened(EMAIL_SENT),
                happened(EMAIL_OPENED).after(HOUR),
                happened(EMAIL_SENT).step(2, 1).after(DAY));
        assertThat(plan).hasSize(1);
        var only = plan.getFirst();
        assertThat(only.reason()).isEqualTo(FollowUpReason.OPENED);
        assertThat(Instant.ofEpochMilli(only.dueAtMs())).isEqualTo(START.plus(Duration.ofDays(4)));
        assertThat(only.step()).isEqualTo(2);
        assertThat(only.ending()).isNull();
    }

    @Test
    void aClickIsTheBetterReasonAndMovesNothing() {
        var sent = happened(EMAIL_SENT);
        var opened = happened(EMAIL_OPENED).after(HOUR);
        var before = plan(sent, opened).getFirst();
        var after = plan(sent, opened, happened(EMAIL_CLICKED).after(Duration.ofDays(8)))
                .getFirst();
        assertThat(after.reason()).isEqualTo(FollowUpReason.CLICKED);
        assertThat(after.dueAtMs()).isEqualTo(before.dueAtMs());
        assertThat(id(after)).isEqualTo(id(before));
    }

    @Test
    void whoOpensLateIsDueAtThatMoment() {
        var plan = plan(happened(EMAIL_SENT), happened(EMAIL_OPENED).after(Duration.ofDays(10)));
        assertThat(Instant.ofEpochMilli(plan.getFirst().dueAtMs())).isEqualTo(START.plus(Duration.ofDays(10)));
    }

    @Test
    void nobodyIsToldToWriteBecauseAMachineOpened() {
        assertThat(plan(happened(EMAIL_SENT), happened(EMAIL_OPENED).after(Duration.ofSeconds(1))))
                .isEmpty();
        assertThat(plan(happened(EMAIL_SENT))).isEmpty();
    }

    @Test
    void eachCampaignHasItsOwn() {
        var plan = plan(
                happened(EMAIL_SENT),
                happened(EMAIL_OPENED).after(HOUR),
                happened(EMAIL_SENT).campaign("camp-2").after(DAY),
                happened(EMAIL_CLICKED).campaign("camp-2").after(Duration.ofDays(2)));
        assertThat(plan)
                .extracting(PlannedFollowUp::campaignId, PlannedFollowUp::reason)
                .containsExactly(tuple("camp-1", FollowUpReason.OPENED), tuple("camp-2", FollowUpReason.CLICKED));
        assertThat(plan).extracting(FollowUpPlanTest::id).doesNotHaveDuplicates();
    }

    @Test
    void replyUnsubscribeBounceAndMeetingCancel() {
        assertThat(endingAfter(happened(REPLY_RECEIVED).says("question"))).isEqualTo(FollowUpEnding.REPLIED);
        assertThat(endingAfter(happened(EMAIL_UNSUBSCRIBED))).isEqualTo(FollowUpEnding.UNSUBSCRIBED);
        assertThat(endingAfter(happened(EMAIL_BOUNCED))).isEqualTo(FollowUpEnding.BOUNCED);
        assertThat(endingAfter(happened(LEAD_MEETING_BOOKED))).isEqualTo(FollowUpEnding.MEETING);
        assertThat(endingAfter(happened(LEAD_MEETING_BOOKED).campaign("camp-2")))
                .isEqualTo(FollowUpEnding.MEETING);
        assertThat(endingAfter(happened(LEAD_CLOSED))).isEqualTo(FollowUpEnding.WON);
        assertThat(endingAfter(happened(LEAD_NOT_INTERESTED))).isEqualTo(FollowUpEnding.REFUSED);
        assertThat(endingAfter(happened(LEAD_INTERESTED))).isEqualTo(FollowUpEnding.REPLIED);
        assertThat(endingAfter(happened(AUTO_REPLY_RECEIVED).says("a ticket was opened")))
                .isNull();
    }

    @Test
    void aReplyFromBeforeTheLastSendDoesNotCancel() {
        var plan = plan(
                happened(EMAIL_SENT),
                happened(REPLY_RECEIVED).after(HOUR).says("question"),
                happened(EMAIL_SENT).step(2, 1).after(DAY),
                happened(EMAIL_OPENED).step(2, 1).after(Duration.ofDays(2)));
        assertThat(plan.getFirst().ending()).isNull();
    }

    @Test
    void outOfOfficeIsDueOnTheFirstWorkingDayAfterTheReturn() {
        var away = happened(AUTO_REPLY_RECEIVED).after(HOUR).says("away");
        assertThat(dueOf(plan(Optional.of("DE"), happened(EMAIL_SENT), away)))
                .isEqualTo(Instant.parse("2026-12-28T00:00:00Z"));
        assertThat(dueOf(plan(Optional.of("GB"), happened(EMAIL_SENT), away)))
                .isEqualTo(Instant.parse("2026-12-29T00:00:00Z"));
        assertThat(dueOf(plan(Optional.empty(), happened(EMAIL_SENT), away)))
                .isEqualTo(Instant.parse("2026-12-25T00:00:00Z"));
    }

    @Test
    void whileAPersonIsAwayNobodyIsToldToWrite() {
        var plan = plan(
                happened(EMAIL_SENT),
                happened(EMAIL_OPENED).after(HOUR),
                happened(REPLY_RECEIVED).after(HOUR.multipliedBy(2)).says("away"));
        assertThat(plan)
                .extracting(PlannedFollowUp::reason, PlannedFollowUp::ending)
                .containsExactly(
                        tuple(FollowUpReason.OUT_OF_OFFICE, null), tuple(FollowUpReason.OPENED, FollowUpEnding.AWAY));
    }

    @Test
    void theAbsencesOfSeveralMailsAreOneAndAReplyEndsThem() {
        var first = happened(AUTO_REPLY_RECEIVED).after(HOUR).says("away");
        var second = happened(AUTO_REPLY_RECEIVED).after(Duration.ofDays(3)).says("away");
        var once = plan(happened(EMAIL_SENT), first);
        var twice = plan(happened(EMAIL_SENT), first, second);
        assertThat(twice).hasSize(1);
        assertThat(id(twice.getFirst())).isEqualTo(id(once.getFirst()));
        var answered = plan(
                happened(EMAIL_SENT), first, happened(REPLY_RECEIVED).after(DAY).says("question"));
        assertThat(answered.getFirst().ending()).isEqualTo(FollowUpEnding.REPLIED);
    }

    @Test
    void itsStateIsAMatterOfTime() {
        var plan =
                plan(happened(EMAIL_SENT), happened(EMAIL_OPENED).after(HOUR)).getFirst();
        long dueAtMs = plan.dueAtMs();
        assertThat(plan.stateAt(dueAtMs - 1)).isEqualTo(FollowUpState.SCHEDULED);
        assertThat(plan.stateAt(dueAtMs)).isEqualTo(FollowUpState.DUE);
        assertThat(plan.stateAt(dueAtMs + Duration.ofDays(14).toMillis() - 1)).isEqualTo(FollowUpState.DUE);
        assertThat(plan.stateAt(dueAtMs + Duration.ofDays(14).toMillis())).isEqualTo(FollowUpState.EXPIRED);
    }

    @Test
    void anyOrderGivesTheSamePlan() {
        Seeds.forEach(2_000, random -> {
            var events = RandomHistories.ofOneLead(random, 1 + random.nextInt(25));
            var expected = plan(Optional.of("DE"), events);
            Collections.shuffle(events, random);
            assertThat(plan(Optional.of("DE"), events)).isEqualTo(expected);
            assertThat(expected).extracting(FollowUpPlanTest::id).doesNotHaveDuplicates();
            assertThat(expected)
                    .allSatisfy(planned -> assertThat(planned.dueAtMs()).isGreaterThanOrEqualTo(planned.seenAtMs()));
        });
    }

    private static @Nullable FollowUpEnding endingAfter(EventFixture what) {
        var plan = plan(happened(EMAIL_SENT), happened(EMAIL_OPENED).after(HOUR), what.after(DAY));
        return plan.getLast().ending();
    }

    private static Instant dueOf(List<PlannedFollowUp> plan) {
        return Instant.ofEpochMilli(plan.getFirst().dueAtMs());
    }

    private static String id(PlannedFollowUp planned) {
        return planned.id(ACME, "anna@kundin.example");
    }

    private static List<PlannedFollowUp> plan(EventFixture... happened) {
        return plan(Optional.empty(), happened);
    }

    private static List<PlannedFollowUp> plan(Optional<String> country, EventFixture... happened) {
        return plan(country, Stream.of(happened).map(EventFixture::event).toList());
    }

    private static List<PlannedFollowUp> plan(Optional<String> country, List<Event> events) {
        var any = events.getFirst();
        var history = History.of(events.stream().map(FollowUpPlanTest::touch).toList());
        var facts = LeadFacts.of(any.organizationId(), any.leadEmail(), history, ScoreSettings.DEFAULT);
        return FollowUpPlan.of(facts.followUps(), country, CALENDAR);
    }

    private static Touch touch(Event event) {
        var reply = event.reply();
        if (reply == null) {
            return Touch.of(event);
        }
        boolean away = reply.text().equals("away") || reply.text().startsWith("I am out of office");
        var read = away ? ReplyCategory.OUT_OF_OFFICE : ReplyCategory.QUESTION;
        var opinion = event.type() == AUTO_REPLY_RECEIVED || reply.text().isEmpty() ? null : read;
        return Touch.of(event).with(new Judgement(reply.text().hashCode(), opinion, away ? CHRISTMAS_EVE : null));
    }
}
