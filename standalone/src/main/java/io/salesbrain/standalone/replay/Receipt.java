package io.salesbrain.standalone.replay;

import java.util.List;

/** The receiver's answer to a batch. */
record Receipt(long accepted, long quarantined, List<Reason> reasons) {
    /** @param index the line within the batch, from 0 */
    record Reason(int index, String code, String message) {}

    Receipt {
        reasons = List.copyOf(reasons);
    }
}
