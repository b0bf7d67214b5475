package io.salesbrain.scoring.lead;

import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.CategorySource;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.scoring.lead.Corrections.Said;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person says of a reply goes before all else, and everything follows from it. */
class CorrectionsTest {
    private static final Event SENT = happened(EventType.EMAIL_SENT).event();
    private static final Event REPLY = reply(EventType.REPLY_RECEIVED, 2);

    @Test
    void aPersonGoesBeforeTheModel() {
        var history = History.of(List.of(Touch.of(SENT), judged(REPLY, ReplyCategory.NOT_INTERESTED)));
        assertThat(facts(history).state().points()).isZero();
        assertThat(facts(history).state().status()).isEqualTo(LeadStatus.NOT_INTERESTED);

        var corrected = facts(said(history, REPLY, ReplyCategory.INTERESTED, 1)).state();
        assertThat(corrected.points()).isEqualTo(50);
        assertThat(corrected.status()).isEqualTo(LeadStatus.INTERESTED);
        assertThat(corrected.disqualified()).isFalse();
        assertThat(only(corrected).source()).isEqualTo(CategorySource.PERSON);
    }

    @Test
    void aPersonGoesBeforeALabelThatComesLater() {
        var label = happened(EventType.LEAD_NOT_INTERESTED)
                .after(Duration.ofHours(9))
                .event();
        var history = History.of(List.of(Touch.of(SENT), judged(REPLY, null), Touch.of(label)));
        assertThat(only(facts(history).state()).source()).isEqualTo(CategorySource.INSTANTLY);
        var corrected =
                facts(said(history, REPLY, ReplyCategory.MEETING_REQUEST, 1)).state();
        assertThat(only(corrected).category()).isEqualTo(ReplyCategory.MEETING_REQUEST);
        assertThat(corrected.points()).isEqualTo(50);
    }

    @Test
    void whatIsTakenBackWasNeverSaid() {
        var history = History.of(List.of(Touch.of(SENT), judged(REPLY, ReplyCategory.QUESTION)));
        var there = said(history, REPLY, ReplyCategory.UNSUBSCRIBE, 1);
        assertThat(facts(there).state().disqualified()).isTrue();
        var back = facts(said(there, REPLY, null, 2));
        assertThat(back.state()).isEqualTo(facts(history).state());
        assertThat(back.counts().cells()).isEqualTo(facts(history).counts().cells());
    }

    @Test
    void theLatestCountsInWhateverOrderTheyCome() {
        var history = History.of(List.of(Touch.of(SENT), judged(REPLY, null)));
        var forwards = said(said(history, REPLY, ReplyCategory.OTHER, 1), REPLY, ReplyCategory.QUESTION, 2);
        var backwards = said(said(history, REPLY, ReplyCategory.QUESTION, 2), REPLY, ReplyCategory.OTHER, 1);
        assertThat(backwards).isEqualTo(forwards);
        assertThat(only(facts(forwards).state()).category()).isEqualTo(ReplyCategory.QUESTION);
    }

    @Test
    void whatWasDeliveredAsAutomaticEarnsNothingWhateverItIsCalled() {
        var automatic = reply(EventType.AUTO_REPLY_RECEIVED, 2);
        var history = History.of(List.of(Touch.of(SENT), judged(automatic, null)));
        var corrected =
                facts(said(history, automatic, ReplyCategory.INTERESTED, 1)).state();
        assertThat(corrected.points()).isZero();
        assertThat(only(corrected).automatic()).isTrue();
        assertThat(only(corrected).category()).isEqualTo(ReplyCategory.INTERESTED);
    }

    @Test
    void oneDeliveryIsEnoughToNameAReply() {
        var again = reply(EventType.REPLY_RECEIVED, 3);
        var history = History.of(List.of(Touch.of(SENT), judged(REPLY, null), judged(again, null)));
        var corrected = facts(said(history, again, ReplyCategory.INTERESTED, 1)).state();
        assertThat(only(corrected).category()).isEqualTo(ReplyCategory.INTERESTED);
        assertThat(only(corrected).deliveries()).containsExactlyInAnyOrder(REPLY.eventId(), again.eventId());
    }

    @Test
    void manyStayBoundedAndTheSameInAnyOrder() {
        Seeds.forEach(20, random -> {
            var all = new ArrayList<Map.Entry<String, Said>>();
            for (int i = 0; i < Corrections.MOST + 50; i++) {
                var category = random.nextBoolean() ? ReplyCategory.QUESTION : ReplyCategory.OTHER;
                all.add(Map.entry("event-" + random.nextInt(Corrections.MOST + 30), new Said(category, i / 3)));
            }
            var forwards = taken(all);
            Collections.shuffle(all, random);
            assertThat(taken(all)).isEqualTo(forwards);
            assertThat(forwards.byEventId()).hasSizeLessThanOrEqualTo(Corrections.MOST);
        });
    }

    @Test
    void historiesWithCorrectionsSurviveTheirCodec() {
        Seeds.forEach(200, random -> {
            var history = History.EMPTY;
            for (var event : RandomHistories.ofOneLead(random, random.nextInt(20))) {
                boolean isReply = event.reply() != null;
                history = history.with(isReply ? judged(event, null) : Touch.of(event));
                if (isReply && random.nextBoolean()) {
                    var category = random.nextBoolean() ? ReplyCategory.QUESTION : null;
                    history = said(history, event, category, random.nextInt(1_000));
                }
            }
            assertThat(HistoryCodec.decode(HistoryCodec.encode(history))).isEqualTo(history);
        });
    }

    private static Corrections taken(List<Map.Entry<String, Said>> all) {
        var corrections = Corrections.NONE;
        for (var each : all) {
            corrections = corrections.with(each.getKey(), each.getValue());
        }
        return corrections;
    }

    private static Event reply(EventType type, int hours) {
        return happened(type)
                .emailId("message-1")
                .after(Duration.ofHours(hours))
                .says("Well.")
                .event();
    }

    private static Touch judged(Event event, @Nullable ReplyCategory opinion) {
        return Touch.of(event).with(new Judgement(17, opinion, null, ThreadHint.of(event)));
    }

    private static History said(History history, Event reply, @Nullable ReplyCategory category, long atMs) {
        return history.with(history.corrections().with(reply.eventId(), new Said(category, atMs)));
    }

    private static LeadReply only(LeadState state) {
        assertThat(state.replies()).hasSize(1);
        return state.replies().getFirst();
    }

    private static LeadFacts facts(History history) {
        return LeadFacts.of(SENT.organizationId(), SENT.leadEmail(), history, ScoreSettings.DEFAULT);
    }
}
