package io.salesbrain.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.BurstFeedback.Applied;
import io.salesbrain.events.BurstFeedback.Passed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A round is complete when every burst partition has passed it and every finding under way has been applied. */
class RoundsTest {
    private static final Tallied FIVE = new Tallied(5, 1);

    private final Rounds rounds = new Rounds(2);

    @Test
    void withNothingUnderWayItIsCompleteWhenAllHavePassed() {
        long round = rounds.begin(FIVE, 1_000);
        assertThat(rounds.passed(new Passed(round, 0, 0, List.of()))).isEmpty();
        assertThat(rounds.isUnderWay()).isTrue();
        assertThat(rounds.passed(new Passed(round, 1, 0, List.of()))).contains(FIVE);
        assertThat(rounds.isUnderWay()).isFalse();
    }

    @Test
    void whatIsUnderWayToOtherPartitionsIsWaitedFor() {
        long round = rounds.begin(FIVE, 1_000);
        assertThat(rounds.passed(new Passed(round, 1, 0, List.of(1)))).isEmpty();
        assertThat(rounds.passed(new Passed(round, 0, 0, List.of(1)))).isEmpty();
        assertThat(rounds.applied(new Applied(round, 0, 1, 0))).isEmpty();
        assertThat(rounds.applied(new Applied(round, 0, 1, 0))).isEmpty();
        assertThat(rounds.applied(new Applied(round, 1, 1, 0))).contains(FIVE);
    }

    @Test
    void answersToAnEarlierLifeAreNotMeant() {
        long earlier = rounds.begin(FIVE, 1_000);
        var restarted = new Rounds(2);
        assertThat(restarted.isAnew()).isTrue();
        long round = restarted.begin(Tallied.NONE.oneProcessed(), 2_000);
        assertThat(restarted.passed(new Passed(earlier, 0, 0, List.of()))).isEmpty();
        assertThat(restarted.passed(new Passed(earlier, 1, 0, List.of()))).isEmpty();
        assertThat(restarted.isUnderWay()).isTrue();
        assertThat(restarted.passed(new Passed(round, 0, 0, List.of()))).isEmpty();
        assertThat(restarted.passed(new Passed(round, 1, 0, List.of()))).contains(new Tallied(1, 0));
        assertThat(restarted.isAnew()).isFalse();
    }

    @Test
    void laterRoundsHaveHigherNumbersEvenWhenTheClockStandsStill() {
        long first = rounds.begin(FIVE, 1_000);
        assertThat(rounds.begin(FIVE, 1_000)).isGreaterThan(first);
    }
}
