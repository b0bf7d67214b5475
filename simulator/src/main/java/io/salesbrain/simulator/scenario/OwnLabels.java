package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.Language;
import java.util.List;

/** The labels a customer has made up for what Instantly's own do not say. */
public final class OwnLabels {
    private OwnLabels() {}

    /** Those in the language of one campaign. */
    static List<String> of(Language language) {
        return switch (language) {
            case ENGLISH -> List.of("Needs pricing", "Nurture Q1", "Send case study");
            case GERMAN -> List.of("Preisliste geschickt", "Nachfassen Q1", "Rückfrage klären");
        };
    }

    /** Those that can come up in any of these campaigns. */
    public static List<String> of(List<Campaign> campaigns) {
        return campaigns.stream()
                .map(Campaign::language)
                .distinct()
                .flatMap(language -> of(language).stream())
                .toList();
    }
}
