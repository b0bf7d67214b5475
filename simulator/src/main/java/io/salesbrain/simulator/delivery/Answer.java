package io.salesbrain.simulator.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How one try ended: with a status, or with an error in the words of Instantly's HTTP library. */
public record Answer(OptionalInt status, Optional<String> error, Duration took, boolean mayHaveArrived) {
    static Answer status(int status, Duration took) {
        boolean taken = status >= 200 && status < 300;
        Optional<String> error = taken ? Optional.empty() : Optional.of("Request failed with status code " + status);
        return new Answer(OptionalInt.of(status), error, took, taken);
    }

    /** No answer in time, or the connection ended before one came: nobody can tell whether it was taken. */
    static Answer none(String error, Duration took) {
        return new Answer(OptionalInt.empty(), Optional.of(error), took, true);
    }

    static Answer unreachable(String error, Duration took) {
        return new Answer(OptionalInt.empty(), Optional.of(error), took, false);
    }

    public boolean taken() {
        return status.isPresent() && error.isEmpty();
    }

    boolean refused() {
        return status.isPresent() && status.getAsInt() >= 400 && status.getAsInt() < 500;
    }
}
