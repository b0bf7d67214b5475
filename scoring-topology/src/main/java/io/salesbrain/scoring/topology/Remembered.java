package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.lead.History;
import io.salesbrain.scoring.lead.Touch;

/**
 * What the store keeps of a subject.
 *
 * @param version rises with every change
 */
record Remembered(History history, long version) {
    static final Remembered NOTHING = new Remembered(History.EMPTY, 0);

    Remembered with(Touch touch) {
        return new Remembered(history.with(touch), version + 1);
    }
}
