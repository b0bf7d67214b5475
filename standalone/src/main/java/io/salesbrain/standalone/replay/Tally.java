package io.salesbrain.standalone.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * What the receiver said in all.
 *
 * @param firstQuarantined of what it set aside, the first few with their places in the file
 */
public record Tally(long accepted, long quarantined, List<SetAside> firstQuarantined) {
    static final Tally NONE = new Tally(0, 0, List.of());
    private static final int MAX_LISTED = 20;

    /**
     * @param place the line, or the element of an array, from 1
     */
    public record SetAside(long place, String code, String message) {}

    public Tally {
        firstQuarantined = List.copyOf(firstQuarantined);
    }

    Tally plus(Receipt receipt, Batch batch) {
        var first = new ArrayList<>(firstQuarantined);
        receipt.reasons().stream()
                .limit(MAX_LISTED - firstQuarantined.size())
                .map(reason -> new SetAside(batch.place(reason.index()), reason.code(), reason.message()))
                .forEach(first::add);
        return new Tally(accepted + receipt.accepted(), quarantined + receipt.quarantined(), first);
    }
}
