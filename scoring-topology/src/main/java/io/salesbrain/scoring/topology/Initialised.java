package io.salesbrain.scoring.topology;

import org.jspecify.annotations.Nullable;

/** What a processor gets only when Kafka Streams initialises it. */
final class Initialised {
    private Initialised() {}

    static <T> T initialised(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("Kafka Streams calls init before anything else");
        }
        return part;
    }
}
