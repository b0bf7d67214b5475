package io.salesbrain.simulator.delivery;

import io.salesbrain.simulator.delivery.Fates.Fate;

/** An event and the fate of its copies together: it counts once, when the last of them has met its own. */
final class Parcel {
    private final Outgoing event;
    private final Ledger ledger;
    private int copiesUnderway;
    private boolean taken;
    private boolean tried;
    private boolean mayHaveArrived;

    Parcel(Outgoing event, int copies, Ledger ledger) {
        this.event = event;
        this.copiesUnderway = copies;
        this.ledger = ledger;
    }

    Outgoing event() {
        return event;
    }

    synchronized void answered(Answer answer) {
        ledger.answered(event, answer);
        tried = true;
        taken |= answer.taken();
        mayHaveArrived |= answer.mayHaveArrived();
    }

    /** True when that was the end of all of them, and none was ever sent. */
    synchronized boolean copiesEnded(int copies) {
        copiesUnderway -= copies;
        if (copiesUnderway > 0) {
            return false;
        }
        Fate fate = taken ? Fate.DELIVERED : tried ? Fate.FAILED : Fate.WITHHELD;
        ledger.settled(event, fate, mayHaveArrived);
        return fate == Fate.WITHHELD;
    }
}
