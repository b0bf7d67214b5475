package io.salesbrain.simulator.letters;

import io.salesbrain.simulator.world.Language;
import io.salesbrain.simulator.world.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;

/** People replies mention: stand-ins, successors, the ones in purchasing. */
final class Colleagues {
    private static final List<String> ENGLISH =
            List.of("Margaret Tolliver", "Simon Peverell", "Anita Rowntree", "George Halloway", "Leona Whitlock");
    private static final List<String> GERMAN =
            List.of("Frau Sommerfeldt", "Herr Brinkhoff", "Frau Dr. Aurich", "Herr Wetterstein", "Frau Lohbeck");

    private Colleagues() {}

    static String name(RandomGenerator random, Language language) {
        return switch (language) {
            case ENGLISH -> Seeds.pick(random, ENGLISH);
            case GERMAN -> Seeds.pick(random, GERMAN);
        };
    }
}
