package io.salesbrain.simulator.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes of a mail, and when it ends the sequence for its lead, if it does. */
record Outcome(List<Moment> moments, Optional<Instant> stoppedAt) {
    static final Outcome NOTHING = new Outcome(List.of(), Optional.empty());

    Outcome {
        moments = List.copyOf(moments);
    }

    static Outcome of(List<Moment> moments) {
        return new Outcome(moments, Optional.empty());
    }

    Outcome and(Outcome other) {
        List<Moment> both = new ArrayList<>(moments);
        both.addAll(other.moments);
        return new Outcome(
                both,
                Stream.concat(stoppedAt.stream(), other.stoppedAt.stream()).min(Comparator.naturalOrder()));
    }
}
