package io.salesbrain.simulator.oddity;

/** What a careful receiver can make of a body, and so how it should answer. */
public enum Soundness {
    /** An event with all it needs, however unusual: to be taken. */
    SOUND,
    /** A JSON object that lacks what its kind of event needs: to be taken, and set aside. */
    LACKING,
    /** No JSON that a strict reader takes: to be refused, and set aside. */
    BROKEN,
    /** Longer than any event has a right to be: to be refused. */
    OVERSIZED
}
