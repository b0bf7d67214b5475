package io.salesbrain.events;

/** What came of a quarantined delivery that was tried again. */
public sealed interface ReplayOutcome {
    /**
     * Its events are in the log, durably.
     *
     * @param accepted how many of its events are, at least one
     * @param rejected how many parts of it are still no events; above 0 only for a delivery of several
     */
    record Accepted(int accepted, int rejected) implements ReplayOutcome {}

    /** Nothing of it is an event; it stays where it is. */
    record Rejected(QuarantineReason reason) implements ReplayOutcome {}

    /** Only its beginning was kept, which is too little to try. */
    record TooLittleKept() implements ReplayOutcome {}
}
