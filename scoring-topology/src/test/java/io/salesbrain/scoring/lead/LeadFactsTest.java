package io.salesbrain.scoring.lead;

import static io.salesbrain.events.EventType.AUTO_REPLY_RECEIVED;
import static io.salesbrain.events.EventType.EMAIL_BOUNCED;
import static io.salesbrain.events.EventType.EMAIL_CLICKED;
import static io.salesbrain.events.EventType.EMAIL_OPENED;
import static io.salesbrain.events.EventType.EMAIL_SENT;
import static io.salesbrain.events.EventType.EMAIL_UNSUBSCRIBED;
import static io.salesbrain.events.EventType.LEAD_INTERESTED;
import static io.salesbrain.events.EventType.LEAD_MEETING_BOOKED;
import static io.salesbrain.events.EventType.LEAD_NOT_INTERESTED;
import static io.salesbrain.events.EventType.REPLY_RECEIVED;
import static io.salesbrain.testkit.EventFixture.START;
import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.Metric;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.events.StepVariant;
import io.salesbrain.testkit.EventFixture;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each sentence of the rules as an example. */
class LeadFactsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Dimension CAMPAIGN = new Dimension.Campaign("camp-1");

    @Test
    void fiveEventsOfOneLeadEarn185Points() {
        var facts = facts(
                happened(EMAIL_SENT),
                happened(EMAIL_OPENED).after(MINUTE.multipliedBy(60)),
                happened(EMAIL_CLICKED).after(MINUTE.multipliedBy(61)),
                happened(REPLY_RECEIVED).after(MINUTE.multipliedBy(90)).says("meet"),
                happened(LEAD_MEETING_BOOKED).after(MINUTE.multipliedBy(120)));
        assertThat(facts.state().points()).isEqualTo(185);
        assertThat(facts.state().status()).isEqualTo(LeadStatus.MEETING_BOOKED);
        assertThat(facts.state().signalled()).isTrue();
        assertThat(facts.state().contributions())
                .extracting(Contribution::points)
                .containsExactly(10, 25, 50, 100);
    }

    @Test
    void onlyTheFirstOpenOfAnEmailEarnsPoints() {
        var facts = facts(
                happened(EMAIL_SENT),
                happened(EMAIL_OPENED).after(MINUTE),
                happened(EMAIL_OPENED).after(MINUTE.multipliedBy(2)),
                happened(EMAIL_SENT).step(2, 1).after(Duration.ofDays(3)),
                happened(EMAIL_OPENED).step(2, 1).after(Duration.ofDays(4)));
        assertThat(facts.state().points()).isEqualTo(20);
        assertThat(total(facts, CAMPAIGN).get(Metric.OPENS_TOTAL)).isEqualTo(3);
        assertThat(total(facts, CAMPAIGN).get(Metric.EMAILS_OPENED)).isEqualTo(2);
        assertThat(total(facts, CAMPAIGN).get(Metric.LEADS_OPENED)).isEqualTo(1);
    }

    @Test
    void ofHundredsOfContributionsTheWeightiestAreListedAndTheOthersSummed() {
        var touches = IntStream.rangeClosed(1, 150)
                .mapToObj(step -> happened(EMAIL_OPENED).step(step, 1).after(Duration.ofDays(step)))
                .toArray(EventFixture[]::new);
        var state = facts(touches).state();
        assertThat(state.points()).isEqualTo(1_500);
        assertThat(state.contributions()).hasSize(100).isSortedAccordingTo(Comparator.comparing(Contribution::at));
        assertThat(state.contributions().getFirst().at())
                .as("the later ones weigh more")
                .isEqualTo(START.plus(Duration.ofDays(51)));
        var folded = Objects.requireNonNull(state.folded());
        assertThat(folded.count()).isEqualTo(50);
        assertThat(folded.points()).isEqualTo(500);
        var at = START.plus(Duration.ofDays(150));
        var listed = Score.massLog2(state.contributions(), state.halfLifeMs());
        double sum = Score.at(listed.orElseThrow(), state.halfLifeMs(), at)
                + Score.at(Objects.requireNonNull(folded.massLog2()), state.halfLifeMs(), at);
        assertThat(sum)
                .isCloseTo(Score.at(Objects.requireNonNull(state.massLog2()), state.halfLifeMs(), at), within(1e-6));
    }

    @Test
    void aRefusalEarnsNothingAndDisqualifies() {
        var facts = facts(
                happened(EMAIL_SENT), happened(REPLY_RECEIVED).after(MINUTE).says("no"));
        assertThat(facts.state().points()).isZero();
        assertThat(facts.state().disqualified()).isTrue();
        assertThat(facts.state().status()).isEqualTo(LeadStatus.NOT_INTERESTED);
        assertThat(total(facts, CAMPAIGN).get(Metric.EMAILS_REPLIED)).isEqualTo(1);
    }

    @Test
    void aLaterPositiveReplyLiftsARefusalButNothingLiftsAnUnsubscribe() {
        var lifted = facts(
                happened(REPLY_RECEIVED).after(MINUTE).says("no"),
                happened(REPLY_RECEIVED).after(MINUTE.multipliedBy(30)).says("meet"));
        assertThat(lifted.state().disqualified()).isFalse();
        var stopped = facts(
                happened(EMAIL_UNSUBSCRIBED).after(MINUTE),
                happened(REPLY_RECEIVED).after(MINUTE.multipliedBy(30)).says("meet"));
        assertThat(stopped.state().disqualified()).isTrue();
        assertThat(stopped.state().status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
    }

    @Test
    void aLabelCorrectsTheLatestReplyAtOrBeforeIt() {
        var facts = facts(
                happened(REPLY_RECEIVED).after(MINUTE).says("meet"),
                happened(LEAD_NOT_INTERESTED).after(MINUTE.multipliedBy(5)));
        assertThat(facts.state().points()).isZero();
        assertThat(total(facts, CAMPAIGN).get(Metric.POSITIVE_REPLIES)).isZero();
        var twice = facts(
                happened(REPLY_RECEIVED).after(MINUTE).says("no"),
                happened(LEAD_NOT_INTERESTED).after(MINUTE.multipliedBy(5)),
                happened(LEAD_INTERESTED).after(MINUTE.multipliedBy(6)));
        assertThat(twice.state().points()).isEqualTo(50);
        assertThat(twice.state().status()).isEqualTo(LeadStatus.INTERESTED);
    }

    @Test
    void anAutomaticReplyIsNoHumanReplyHoweverItWasDelivered() {
        var facts = facts(
                happened(EMAIL_SENT),
                happened(REPLY_RECEIVED).after(MINUTE).emailId("m").says("meet"),
                happened(AUTO_REPLY_RECEIVED)
                        .after(MINUTE.multipliedBy(2))
                        .emailId("m")
                        .says("away"));
        assertThat(facts.state().points()).isZero();
        assertThat(total(facts, CAMPAIGN).get(Metric.AUTO_REPLIES)).isEqualTo(1);
        assertThat(total(facts, CAMPAIGN).get(Metric.LEADS_REPLIED)).isZero();
    }

    @Test
    void theSameTextWithinTenMinutesIsTheSameReply() {
        var near = facts(
                happened(REPLY_RECEIVED).after(MINUTE).says("meet"),
                happened(REPLY_RECEIVED).after(MINUTE.multipliedBy(11)).says("meet"));
        assertThat(near.state().points()).isEqualTo(50);
        var far = facts(
                happened(REPLY_RECEIVED).after(MINUTE).says("meet"),
                happened(REPLY_RECEIVED)
                        .after(MINUTE.multipliedBy(11).plusMillis(1))
                        .says("meet"));
        assertThat(far.state().points()).isEqualTo(100);
    }

    @Test
    void aLostSendIsInferredAtItsEarliestEventUntilTheRealOneArrives() {
        var lost = facts(
                happened(EMAIL_OPENED).after(MINUTE), happened(EMAIL_CLICKED).after(MINUTE.multipliedBy(2)));
        assertThat(lost.state().inferredSends())
                .singleElement()
                .satisfies(send -> assertThat(send.at()).isEqualTo(START.plus(MINUTE)));
        assertThat(total(lost, CAMPAIGN).get(Metric.EMAILS_SENT)).isEqualTo(1);
        var found = facts(happened(EMAIL_OPENED).after(MINUTE), happened(EMAIL_SENT));
        assertThat(found.state().inferredSends()).isEmpty();
        assertThat(total(found, CAMPAIGN).get(Metric.EMAILS_SENT)).isEqualTo(1);
        assertThat(total(found, CAMPAIGN).get(Metric.LEADS_CONTACTED)).isEqualTo(1);
    }

    @Test
    void anEventWithoutStepBelongsToTheLatestEmailSentAtOrBeforeIt() {
        var facts = facts(
                happened(EMAIL_SENT).step(1, 1),
                happened(EMAIL_SENT).step(2, 2).after(Duration.ofDays(2)),
                happened(EMAIL_OPENED).step(0, 0).after(Duration.ofDays(3)));
        var second = new Dimension.Step("camp-1", new StepVariant(0, 2, 2));
        assertThat(total(facts, second).get(Metric.EMAILS_OPENED)).isEqualTo(1);
        assertThat(total(facts, CAMPAIGN).get(Metric.EMAILS_SENT)).isEqualTo(2);
        var alone = facts(happened(EMAIL_OPENED).step(0, 0));
        assertThat(total(alone, CAMPAIGN).get(Metric.EMAILS_SENT)).isEqualTo(1);
    }

    @Test
    void anEventWithoutAccountCountsForTheAccountOfItsEmail() {
        var facts = facts(
                happened(EMAIL_SENT).account("one@acme.example"),
                happened(EMAIL_OPENED).account("").after(MINUTE));
        assertThat(total(facts, new Dimension.Account("one@acme.example")).get(Metric.EMAILS_OPENED))
                .isEqualTo(1);
    }

    @Test
    void outcomesCountInTheHourOfTheFirstContactToo() {
        var facts = facts(happened(EMAIL_SENT), happened(EMAIL_OPENED).after(Duration.ofDays(5)));
        long sentHour = RateKey.hourOf(START.toEpochMilli());
        var cells = facts.counts().cells();
        var atSend = counts(cells, CAMPAIGN, sentHour);
        assertThat(atSend.get(Metric.COHORT_LEADS_OPENED)).isEqualTo(1);
        assertThat(atSend.get(Metric.LEADS_OPENED)).isZero();
        assertThat(counts(cells, CAMPAIGN, sentHour + 120).get(Metric.LEADS_OPENED))
                .isEqualTo(1);
    }

    @Test
    void aBounceCountsOncePerEmail() {
        var facts = facts(
                happened(EMAIL_SENT),
                happened(EMAIL_BOUNCED).after(MINUTE),
                happened(EMAIL_BOUNCED).after(MINUTE.multipliedBy(2)));
        assertThat(total(facts, CAMPAIGN).get(Metric.EMAILS_BOUNCED)).isEqualTo(1);
        assertThat(facts.state().status()).isEqualTo(LeadStatus.BOUNCED);
    }

    static Counts total(LeadFacts facts, Dimension dimension) {
        var sum = Counts.zero();
        facts.counts().cells().forEach((cell, counts) -> {
            if (cell.dimension().equals(dimension)) {
                sum.add(counts);
            }
        });
        return sum;
    }

    private static Counts counts(Map<CountTable.Cell, Counts> cells, Dimension dimension, long hour) {
        return cells.getOrDefault(new CountTable.Cell(dimension, hour), Counts.zero());
    }

    private static final Map<String, ReplyCategory> MEANING = Map.of(
            "meet", ReplyCategory.MEETING_REQUEST,
            "no", ReplyCategory.NOT_INTERESTED,
            "away", ReplyCategory.OUT_OF_OFFICE);

    static LeadFacts facts(EventFixture... fixtures) {
        var history = History.EMPTY;
        for (var fixture : List.of(fixtures)) {
            var event = fixture.event();
            var reply = event.reply();
            var judgement =
                    reply == null ? null : new Judgement(reply.text().hashCode(), MEANING.get(reply.text()), null);
            history = history.with(Touch.of(event).with(judgement));
        }
        var first = fixtures[0];
        return LeadFacts.of(first.organization(), first.lead(), history, ScoreSettings.DEFAULT);
    }
}
