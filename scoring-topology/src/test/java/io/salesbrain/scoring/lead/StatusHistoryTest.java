package io.salesbrain.scoring.lead;

import static io.salesbrain.events.EventType.AUTO_REPLY_RECEIVED;
import static io.salesbrain.events.EventType.EMAIL_CLICKED;
import static io.salesbrain.events.EventType.EMAIL_OPENED;
import static io.salesbrain.events.EventType.EMAIL_SENT;
import static io.salesbrain.events.EventType.EMAIL_UNSUBSCRIBED;
import static io.salesbrain.events.EventType.LEAD_INTERESTED;
import static io.salesbrain.events.EventType.LEAD_MEETING_BOOKED;
import static io.salesbrain.events.EventType.LEAD_NO_SHOW;
import static io.salesbrain.events.EventType.LEAD_OUT_OF_OFFICE;
import static io.salesbrain.events.EventType.REPLY_RECEIVED;
import static io.salesbrain.testkit.EventFixture.START;
import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.events.StatusChange;
import io.salesbrain.testkit.EventFixture;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusHistoryTest {
    private static final LocalDate BACK = LocalDate.of(2026, 3, 16);

    @Test
    void eachChangeNamesItsEvent() {
        var sent = happened(EMAIL_SENT);
        var opened = happened(EMAIL_OPENED).after(Duration.ofHours(1));
        var clicked = happened(EMAIL_CLICKED).after(Duration.ofHours(2));
        var replied = happened(REPLY_RECEIVED).after(Duration.ofHours(3)).says("question");
        var booked = happened(LEAD_MEETING_BOOKED).after(Duration.ofHours(4));
        assertThat(history(booked, replied, clicked, opened, sent))
                .containsExactly(
                        change(LeadStatus.CONTACTED, sent),
                        change(LeadStatus.ENGAGED, opened),
                        change(LeadStatus.REPLIED, replied),
                        change(LeadStatus.MEETING_BOOKED, booked));
    }

    @Test
    void anAbsenceTellsTheDayOfReturnAndEndsWithTheNextReply() {
        var away = happened(AUTO_REPLY_RECEIVED).after(Duration.ofHours(1)).says("away");
        var label = happened(LEAD_OUT_OF_OFFICE).after(Duration.ofHours(1));
        var back = happened(REPLY_RECEIVED).after(Duration.ofDays(15)).says("question");
        var changes = history(happened(EMAIL_SENT), away, label, back);
        assertThat(changes)
                .extracting(StatusChange::status)
                .containsExactly(LeadStatus.CONTACTED, LeadStatus.OUT_OF_OFFICE, LeadStatus.REPLIED);
        assertThat(changes.get(1).returnDate()).isEqualTo(BACK);
        assertThat(changes.get(1).cause()).isEqualTo(LEAD_OUT_OF_OFFICE);
    }

    @Test
    void aLabelCountsFromWhenItWasGivenAndAMeetingEndsANoShow() {
        var changes = history(
                happened(REPLY_RECEIVED).says("no"),
                happened(LEAD_INTERESTED).after(Duration.ofDays(1)),
                happened(LEAD_NO_SHOW).after(Duration.ofDays(2)),
                happened(LEAD_MEETING_BOOKED).after(Duration.ofDays(3)),
                happened(EMAIL_UNSUBSCRIBED).after(Duration.ofDays(4)));
        assertThat(changes)
                .extracting(StatusChange::status)
                .containsExactly(
                        LeadStatus.NOT_INTERESTED,
                        LeadStatus.INTERESTED,
                        LeadStatus.NO_SHOW,
                        LeadStatus.MEETING_BOOKED,
                        LeadStatus.UNSUBSCRIBED);
        assertThat(changes.get(1).at()).isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void ofALongLifeTheLatestChangesAreTold() {
        var life = new ArrayList<EventFixture>();
        for (int i = 0; i < 40; i++) {
            life.add(happened(i % 2 == 0 ? LEAD_NO_SHOW : LEAD_MEETING_BOOKED).after(Duration.ofDays(i)));
        }
        var changes = history(life.toArray(EventFixture[]::new));
        assertThat(changes).hasSize(StatusHistory.MOST);
        assertThat(changes.getLast().at()).isEqualTo(START.plus(Duration.ofDays(39)));
    }

    /** The reference: the status of every beginning of the history, computed from nothing each time. */
    @Test
    void itIsTheStatusAfterEachEvent() {
        Seeds.forEach(300, random -> {
            var events = RandomHistories.ofOneLead(random, 1 + random.nextInt(25));
            var touches = events.stream()
                    .map(StatusHistoryTest::touch)
                    .sorted(Touch.CHRONOLOGICAL)
                    .toList();
            var expected = new ArrayList<LeadStatus>();
            var last = LeadStatus.NEW;
            LocalDate lastDay = null;
            for (int i = 1; i <= touches.size(); i++) {
                var state = state(events.getFirst(), touches.subList(0, i));
                var day = state.status() == LeadStatus.OUT_OF_OFFICE ? state.returnDate() : null;
                if (state.status() != last
                        || (day != null && !day.equals(lastDay))
                        || (day == null && lastDay != null)) {
                    expected.add(state.status());
                }
                last = state.status();
                lastDay = day;
            }
            var shown = expected.subList(Math.max(0, expected.size() - StatusHistory.MOST), expected.size());
            Collections.shuffle(events, random);
            var changes = state(
                            events.getFirst(),
                            events.stream().map(StatusHistoryTest::touch).toList())
                    .statusHistory();
            assertThat(changes).extracting(StatusChange::status).isEqualTo(shown);
            assertThat(changes).isSortedAccordingTo(Comparator.comparing(StatusChange::at));
        });
    }

    private static StatusChange change(LeadStatus status, EventFixture cause) {
        var event = cause.event();
        return new StatusChange(status, event.at(), event.type(), event.eventId(), null);
    }

    private static List<StatusChange> history(EventFixture... happened) {
        var events = Stream.of(happened).map(EventFixture::event).toList();
        return state(
                        events.getFirst(),
                        events.stream().map(StatusHistoryTest::touch).toList())
                .statusHistory();
    }

    private static LeadState state(Event any, List<Touch> touches) {
        return LeadFacts.of(any.organizationId(), any.leadEmail(), History.of(touches), ScoreSettings.DEFAULT)
                .state();
    }

    private static Touch touch(Event event) {
        var reply = event.reply();
        if (reply == null) {
            return Touch.of(event);
        }
        var opinion = switch (reply.text()) {
            case "no" -> ReplyCategory.NOT_INTERESTED;
            case "question" -> ReplyCategory.QUESTION;
            case "I am out of office until next Monday." -> ReplyCategory.OUT_OF_OFFICE;
            case "Sounds good, can we talk on Tuesday?" -> ReplyCategory.MEETING_REQUEST;
            default -> null;
        };
        boolean away = reply.text().equals("away") || reply.text().startsWith("I am out of office");
        var judged = event.type() == EventType.AUTO_REPLY_RECEIVED ? null : opinion;
        return Touch.of(event).with(new Judgement(reply.text().hashCode(), judged, away ? BACK : null));
    }
}
