package io.salesbrain.simulator.scenario;

import java.time.Instant;

/** Something that happens at a time, and who really did it. */
public record Moment(Instant at, Actor actor, Happening happening) {
    Moment movedTo(Instant newTime) {
        return new Moment(newTime, actor, happening);
    }
}
