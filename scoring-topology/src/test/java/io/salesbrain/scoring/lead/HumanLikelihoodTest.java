package io.salesbrain.scoring.lead;

import static io.salesbrain.events.EventType.EMAIL_CLICKED;
import static io.salesbrain.events.EventType.EMAIL_OPENED;
import static io.salesbrain.events.EventType.EMAIL_SENT;
import static io.salesbrain.events.EventType.REPLY_RECEIVED;
import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.BurstCircle;
import io.salesbrain.events.Contribution;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.testkit.EventFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each piece of evidence as an example. */
class HumanLikelihoodTest {
    private static final long START_S = EventFixture.START.getEpochSecond();

    @Test
    void anOpenHoursLaterIsAPersons() {
        assertThat(weight(opened(2 * 3600), sent())).isGreaterThan(0.9);
        assertThat(evidence(opened(2 * 3600), sent())).containsExactly(Evidence.OPEN);
    }

    @Test
    void theSoonerAfterTheSendTheLessHuman() {
        double last = 0;
        for (int second : List.of(1, 100, 200, 600, 1800)) {
            double weight = weight(opened(second), sent());
            assertThat(weight).as("after %d s", second).isGreaterThan(last);
            last = weight;
        }
        assertThat(evidence(opened(31), sent())).contains(Evidence.WITHIN_1_MIN);
        assertThat(weight(opened(31), sent())).isLessThan(0.1);
    }

    @Test
    void withoutTheSendTheDelayIsUnknown() {
        assertThat(evidence(opened(31))).containsExactly(Evidence.OPEN, Evidence.SEND_UNKNOWN);
        assertThat(weight(opened(31))).isBetween(0.5, 0.9);
    }

    @Test
    void allLinksAtOnceAreASweep() {
        var sweep = List.of(clicked(5000.0), clicked(5000.3), clicked(5000.7));
        for (var click : sweep) {
            var others = new ArrayList<>(sweep);
            others.remove(click);
            others.add(sent());
            assertThat(evidence(click, others.toArray(EventFixture[]::new)))
                    .contains(Evidence.SWEEP, Evidence.CLICK_UNOPENED);
            assertThat(weight(click, others.toArray(EventFixture[]::new))).isLessThan(0.01);
        }
        assertThat(evidence(clicked(5000), clicked(5001), sent())).contains(Evidence.TWO_CLICKS);
        assertThat(evidence(clicked(5000), clicked(5010), sent())).doesNotContain(Evidence.TWO_CLICKS, Evidence.SWEEP);
    }

    @Test
    void whoClicksAfterReadingIsAPerson() {
        assertThat(evidence(clicked(5020), opened(5000), sent()))
                .containsExactly(Evidence.CLICK, Evidence.CLICK_AFTER_READING);
        assertThat(evidence(opened(5000), clicked(5020), sent())).contains(Evidence.OPENED_BEFORE_CLICK);
        assertThat(weight(clicked(5020), opened(5000), sent())).isGreaterThan(0.95);
        assertThat(evidence(clicked(5000.5), opened(5000), sent())).contains(Evidence.CLICK_AT_ONCE);
        assertThat(evidence(opened(5000), clicked(5000.5), sent())).contains(Evidence.OPENED_BESIDE_CLICK);
    }

    @Test
    void manyOpensAtOnceAndAtASteadyPaceAreAMachines() {
        assertThat(evidence(opened(5000), opened(5001), sent())).contains(Evidence.OPENED_TOGETHER);
        assertThat(evidence(opened(5060), opened(5000), opened(5120.5), sent())).contains(Evidence.STEADY_PACE);
        assertThat(evidence(opened(5060), opened(5000), opened(5200), sent())).doesNotContain(Evidence.STEADY_PACE);
    }

    @Test
    void theSameDelayWithTwoEmailsIsAMachines() {
        var second = happened(EMAIL_SENT).step(2, 1).after(Duration.ofDays(3));
        var alike = happened(EMAIL_OPENED).step(2, 1).after(Duration.ofDays(3).plusSeconds(401));
        assertThat(evidence(opened(400), sent(), second, alike)).contains(Evidence.SAME_DELAY);
        assertThat(evidence(alike, sent(), second, opened(400))).contains(Evidence.SAME_DELAY);
        assertThat(evidence(opened(500), sent(), second, alike)).doesNotContain(Evidence.SAME_DELAY);
    }

    @Test
    void whoAnswersHasRead() {
        var answer = happened(REPLY_RECEIVED).after(Duration.ofHours(3)).says("Tell me more.");
        assertThat(evidence(opened(400), sent(), answer)).contains(Evidence.ANSWERED);
        assertThat(evidence(opened(4 * 3600), sent(), answer)).contains(Evidence.AFTER_ANSWER);
    }

    @Test
    void aBurstOverColleaguesLowersEarlierOpensToo() {
        var alone = history(opened(7200), sent());
        var touch = Touch.of(opened(7200).event());
        long second = START_S + 7200;
        var few = alone.with(alone.bursts().with(new Burst(BurstCircle.DOMAIN, second, 1)));
        var crowd = few.with(few.bursts().with(new Burst(BurstCircle.DOMAIN, second, 3)));
        assertThat(weightOf(touch, alone)).isGreaterThan(0.9);
        assertThat(weightOf(touch, few)).isLessThan(0.3);
        assertThat(weightOf(touch, crowd)).isLessThan(0.05);
    }

    @Test
    void threeLeadsOfOneMailboxAreNoBurst() {
        var alone = history(opened(7200), sent());
        var touch = Touch.of(opened(7200).event());
        long second = START_S + 7200;
        var few = alone.with(alone.bursts().with(new Burst(BurstCircle.ACCOUNT, second, 1)));
        assertThat(HumanLikelihood.evidence(few).get(touch)).containsExactly(Evidence.OPEN);
        var many = alone.with(alone.bursts().with(new Burst(BurstCircle.ACCOUNT, second, 2)));
        assertThat(HumanLikelihood.evidence(many).get(touch)).contains(Evidence.ACCOUNT_MANY);
    }

    @Test
    void theGatewayIsReadFromTheSendsColumns() {
        assertThat(Gateway.told(raw(EMAIL_SENT, "{\"esg_code\":3}"))).isEqualTo(3);
        assertThat(Gateway.told(raw(EMAIL_SENT, "{\"esg_code\":\" 2 \"}"))).isEqualTo(2);
        assertThat(Gateway.told(raw(EMAIL_SENT, "{\"esg_code\":\"Mimecast\"}"))).isZero();
        assertThat(Gateway.told(raw(EMAIL_SENT, "{\"esg_code\":null}"))).isZero();
        assertThat(Gateway.told(raw(EMAIL_SENT, "{\"note\":\"esg_code\"}"))).isZero();
        assertThat(Gateway.told(raw(EMAIL_OPENED, "{\"esg_code\":3}"))).isZero();
    }

    @Test
    void theSalespersonReadsWhy() {
        var history = history(sent(), opened(31));
        var why = LeadFacts.of(sent().organization(), sent().lead(), history, ScoreSettings.DEFAULT)
                .state()
                .contributions();
        assertThat(why)
                .extracting(Contribution::why)
                .containsExactly("Opened e-mail 1, probably a machine: 31 s after the send");
    }

    private static EventFixture sent() {
        return happened(EMAIL_SENT);
    }

    private static EventFixture opened(double second) {
        return happened(EMAIL_OPENED).after(Duration.ofMillis(Math.round(1000 * second)));
    }

    private static EventFixture clicked(double second) {
        return happened(EMAIL_CLICKED).after(Duration.ofMillis(Math.round(1000 * second)));
    }

    private static Set<Evidence> evidence(EventFixture of, EventFixture... others) {
        var all = new ArrayList<>(Arrays.asList(others));
        all.add(of);
        var found = HumanLikelihood.evidence(history(all.toArray(EventFixture[]::new)));
        return found.getOrDefault(Touch.of(of.event()), Set.of());
    }

    private static double weight(EventFixture of, EventFixture... others) {
        return HumanLikelihood.weight(evidence(of, others));
    }

    private static double weightOf(Touch touch, History history) {
        return HumanLikelihood.weight(HumanLikelihood.evidence(history).getOrDefault(touch, Set.of()));
    }

    private static History history(EventFixture... fixtures) {
        return History.of(
                Arrays.stream(fixtures).map(EventFixture::event).map(Touch::of).toList());
    }

    private static Event raw(EventType type, String raw) {
        var event = happened(type).event();
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
