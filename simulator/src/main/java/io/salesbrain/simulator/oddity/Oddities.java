package io.salesbrain.simulator.oddity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How often each oddity happens: a share, between 0 and 1, of the events it can happen to. One that is not named never happens. */
public record Oddities(Map<Oddity, Double> shares) {
    public static final Oddities NONE = new Oddities(Map.of());

    /** What a watcher of a demonstration may see without wondering. */
    public static final Oddities BELIEVABLE = new Oddities(Map.of(
            Oddity.UNKNOWN_TYPE, 0.003,
            Oddity.OTHER_NAME, 0.02,
            Oddity.OTHER_STEPS, 0.01,
            Oddity.MISSING_FIELDS, 0.01));

    /** Everything, often enough that a small world shows all of it. */
    public static final Oddities ALL = new Oddities(Map.ofEntries(
            Map.entry(Oddity.UNKNOWN_TYPE, 0.02),
            Map.entry(Oddity.BROKEN_BODY, 0.01),
            Map.entry(Oddity.LACKING_FIELDS, 0.02),
            Map.entry(Oddity.OVERSIZED_HTML, 0.03),
            Map.entry(Oddity.HTML_BOMB, 0.06),
            Map.entry(Oddity.OLD_TIMESTAMP, 0.02),
            Map.entry(Oddity.CLOCK_MINUTES_AHEAD, 0.01),
            Map.entry(Oddity.CLOCK_A_YEAR_AHEAD, 0.01),
            Map.entry(Oddity.OTHER_NAME, 0.3),
            Map.entry(Oddity.LOUD_NAME, 0.03),
            Map.entry(Oddity.OTHER_STEPS, 0.08),
            Map.entry(Oddity.MISSING_FIELDS, 0.08),
            Map.entry(Oddity.COLLIDING_VARIABLES, 0.05),
            Map.entry(Oddity.ODD_UNICODE, 0.05)));

    public Oddities {
        shares = Map.copyOf(shares);
        shares.forEach((oddity, share) -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "The oddity " + oddity + " has a share between 0 and 1, not " + share + ".");
            }
        });
    }

    /** Only this one, in all events it can happen to. */
    public static Oddities always(Oddity... oddities) {
        return new Oddities(Arrays.stream(oddities)
                .collect(Collectors.toMap(
                        oddity -> oddity, oddity -> 1.0, (a, b) -> a, () -> new EnumMap<>(Oddity.class))));
    }

    public double share(Oddity oddity) {
        return shares.getOrDefault(oddity, 0.0);
    }
}
