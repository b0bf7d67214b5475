package io.salesbrain.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.simulator.delivery.DeliveryReport;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Receiver;
import io.salesbrain.simulator.delivery.Target;
import io.salesbrain.simulator.oddity.Oddity;
import io.salesbrain.simulator.oddity.Soundness;
import io.salesbrain.simulator.world.World;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A world of nasty habits against a target that takes everything: the report accounts for each event and each request. */
class NastyHabitsTest {
    @Test
    void theReportAccountsForEverything() throws InterruptedException {
        World world = World.generate(11, 1, 200);
        String id = world.organizations().getFirst().id();
        try (Receiver receiver = Receiver.accepting();
                Simulator simulator =
                        Simulator.start(SimulatorConfig.of(world, Map.of(id, new Target(receiver.url(), "s")))
                                .withHabits(Habits.NASTY))) {
            assertThat(simulator.awaitLive(Duration.ofSeconds(60))).isTrue();
            assertThat(simulator.finish(Duration.ofSeconds(30))).isTrue();

            DeliveryReport report = simulator.report();
            // How many replies the history has depends on the day of the week, so the two rarest are not counted on.
            Set<Oddity> expected = EnumSet.complementOf(EnumSet.of(Oddity.OVERSIZED_HTML, Oddity.HTML_BOMB));
            assertThat(report.generatedByOddity().keySet()).containsAll(expected);
            assertThat(report.underway()).isZero();
            assertThat(report.failed() + report.withheld()).isZero();
            assertThat(report.generated()).isEqualTo(report.delivered() + report.lost());
            assertThat(report.lost()).isPositive();
            assertThat(report.duplicated()).isPositive();
            assertThat(report.generatedByType().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(report.generated());
            for (Soundness soundness : Soundness.values()) {
                assertThat(report.fates(soundness).delivered())
                        .as("%s", soundness)
                        .isPositive();
            }
            long answered = report.answers().values().stream()
                    .mapToLong(answers -> answers.taken())
                    .sum();
            long unanswered = report.answers(Soundness.SOUND).unanswered();
            assertThat(unanswered).isPositive();
            assertThat(report.answers(Soundness.BROKEN).unanswered()).isZero();
            assertThat(answered).isEqualTo(report.delivered() + report.duplicated());
            assertThat((long) receiver.requests()).isBetween(answered, answered + unanswered);
            assertThat(simulator.disabled()).isEmpty();
        }
    }
}
