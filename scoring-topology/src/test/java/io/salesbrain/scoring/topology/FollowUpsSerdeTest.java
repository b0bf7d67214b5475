package io.salesbrain.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.FollowUpEnding;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.scoring.lead.PlannedFollowUp;
import io.salesbrain.scoring.profile.Profile;
import io.salesbrain.scoring.profile.Trait;
import io.salesbrain.testkit.Seeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FollowUpsSerdeTest {
    private static final List<FollowUpState> STATES = List.of(FollowUpState.values());
    private static final List<FollowUpReason> REASONS = List.of(FollowUpReason.values());
    private static final List<FollowUpEnding> ENDINGS = List.of(FollowUpEnding.values());
    private static final List<Trait> TRAITS = List.of(Trait.values());

    private final FollowUpsSerde serde = new FollowUpsSerde();

    private byte[] write(FollowUps followUps) {
        return serde.serializer().serialize("any", followUps);
    }

    @Test
    void whatIsWrittenIsRead() {
        Seeds.forEach(200, random -> {
            var profile = Profile.UNKNOWN;
            for (int i = random.nextInt(6); i > 0; i--) {
                profile =
                        profile.with(Map.of(TRAITS.get(random.nextInt(TRAITS.size())), "Wört " + i), random.nextLong());
            }
            var timed = new ArrayList<FollowUps.Timed>();
            for (int i = random.nextInt(4); i > 0; i--) {
                timed.add(timed(random, "campaign-" + i));
            }
            var followUps = new FollowUps(profile, timed);
            assertThat(serde.deserializer().deserialize("any", write(followUps)))
                    .isEqualTo(followUps);
        });
    }

    @Test
    void anIdMayBeAsLongAsADeliveryAndAnOrdinaryLeadIsSmall() {
        var random = new Random(1);
        var huge = new FollowUps(Profile.UNKNOWN, List.of(timed(random, "x".repeat(500_000))));
        assertThat(serde.deserializer().deserialize("any", write(huge))).isEqualTo(huge);

        var profile = Profile.UNKNOWN.with(
                Map.of(
                        Trait.FIRST_NAME, "Ada",
                        Trait.LAST_NAME, "Lovelace",
                        Trait.COMPANY, "Analytical Engines Ltd",
                        Trait.JOB_TITLE, "Head of Numbers"),
                1);
        var ordinary = new FollowUps(profile, List.of(timed(random, "0f8fad5b-d9cb-469f-a165-70867728950e")));
        assertThat(write(ordinary)).hasSizeLessThan(300);
    }

    private static FollowUps.Timed timed(Random random, String campaign) {
        var planned = new PlannedFollowUp(
                campaign,
                REASONS.get(random.nextInt(REASONS.size())),
                random.nextInt(10_000),
                random.nextInt(10_000),
                random.nextBoolean() ? null : LocalDate.of(2026, 12, 24),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextBoolean() ? null : ENDINGS.get(random.nextInt(ENDINGS.size())));
        return new FollowUps.Timed(
                planned, STATES.get(random.nextInt(STATES.size())), random.nextLong(), random.nextBoolean());
    }
}
