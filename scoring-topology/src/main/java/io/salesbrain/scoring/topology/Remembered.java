package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.lead.Memory;

/**
 * What the store keeps of a subject.
 *
 * @param version rises with every change
 */
record Remembered(Memory memory, long version) {
    static final Remembered NOTHING = new Remembered(Memory.EMPTY, 0);

    Remembered next(Memory memory) {
        return new Remembered(memory, version + 1);
    }
}
