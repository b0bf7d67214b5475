package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.ReplyCategory;
import io.salesbrain.simulator.world.Seeds;
import io.salesbrain.simulator.world.Variant;
import java.util.random.RandomGenerator;

/** What people who answer a mail want; better wordings get better answers. */
final class Intentions {
    private Intentions() {}

    static ReplyCategory draw(RandomGenerator random, Variant variant) {
        if (Seeds.chance(random, variant.positiveShare())) {
            return Seeds.chance(random, 0.58) ? ReplyCategory.INTERESTED : ReplyCategory.MEETING_REQUEST;
        }
        double at = random.nextDouble();
        if (at < 0.19) {
            return ReplyCategory.QUESTION;
        }
        if (at < 0.54) {
            return ReplyCategory.NOT_INTERESTED;
        }
        if (at < 0.68) {
            return ReplyCategory.UNSUBSCRIBE;
        }
        return at < 0.85 ? ReplyCategory.WRONG_PERSON : ReplyCategory.OTHER;
    }
}
