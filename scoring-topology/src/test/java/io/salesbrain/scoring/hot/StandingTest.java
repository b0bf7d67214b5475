package io.salesbrain.scoring.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.scoring.lead.History;
import io.salesbrain.scoring.lead.LeadFacts;
import io.salesbrain.scoring.lead.Touch;
import io.salesbrain.testkit.EventFixture;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static LeadState state(List<Event> events) {
        var history = History.EMPTY;
        for (var event : events) {
            history = history.with(Touch.of(event));
        }
        var any = events.getFirst();
        return LeadFacts.of(any.organizationId(), any.leadEmail(), history, ScoreSettings.DEFAULT)
                .state();
    }

    @Test
    void itSaysOfALeadWhatDecidesWhetherItIsHot() {
        Seeds.forEach(500, random -> {
            var state = state(RandomHistories.ofOneLead(random, 1 + random.nextInt(20)));
            var standing = Standing.of(state);
            assertThat(standing.ranked()).isEqualTo(state.points() > 0 && !state.disqualified());
            assertThat(standing.mass())
                    .isEqualTo(Objects.requireNonNullElse(state.massLog2(), Double.NEGATIVE_INFINITY));
            assertThat(standing.isHot(Double.NEGATIVE_INFINITY)).isEqualTo(standing.ranked() && state.signalled());
            assertThat(standing.reasons()).hasSizeLessThanOrEqualTo(3).isSubsetOf(state.contributions());
            if (!standing.reasons().isEmpty()) {
                assertThat(standing.reasons().getFirst()).isEqualTo(weightiest(state));
            }
        });
    }

    /** By what each is worth at one time; any time gives the same. */
    private static Contribution weightiest(LeadState state) {
        var heaviest = state.contributions().getFirst();
        for (var contribution : state.contributions()) {
            if (worth(contribution, state) >= worth(heaviest, state)) {
                heaviest = contribution;
            }
        }
        return heaviest;
    }

    private static double worth(Contribution contribution, LeadState state) {
        double age = Duration.between(contribution.at(), EventFixture.START).toMillis();
        return contribution.points() * contribution.human() * Math.pow(2, -age / state.halfLifeMs());
    }

    @Test
    void itSurvivesItsCodec() {
        Seeds.forEach(500, random -> {
            var standing = Standing.of(state(RandomHistories.ofOneLead(random, 1 + random.nextInt(20))));
            var change = new StandingChange(standing, random.nextLong());
            assertThat(StandingCodec.decodeChange(StandingCodec.encode(change))).isEqualTo(change);
            var known = new KnownStanding(standing, new Notice(random.nextLong(), random.nextBoolean()));
            assertThat(StandingCodec.decodeKnown(StandingCodec.encode(known))).isEqualTo(known);
        });
    }

    @Test
    void aSendMovesNobody() {
        var sent = EventFixture.happened(EventType.EMAIL_SENT).event();
        var opened = EventFixture.happened(EventType.EMAIL_OPENED)
                .after(Duration.ofHours(5))
                .event();
        var next = EventFixture.happened(EventType.EMAIL_SENT)
                .step(2, 1)
                .after(Duration.ofDays(2))
                .event();
        var before = state(List.of(sent, opened));
        assertThat(StandingChange.between(before, state(List.of(sent, opened, next)), next.at()))
                .isEmpty();
        assertThat(StandingChange.between(state(List.of(sent)), before, opened.at()))
                .isPresent();
    }

    @Test
    void noMassIsNoNumber() {
        assertThatThrownBy(() -> new Standing("ada@kundin.example", true, true, Double.NaN, 1, 0, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ada@kundin.example");
    }
}
