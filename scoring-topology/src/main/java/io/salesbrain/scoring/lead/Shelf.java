package io.salesbrain.scoring.lead;

import java.util.List;

/** Where the redundant touches of one flooded subject lie, out of the way but not forgotten. */
public interface Shelf {
    /** Whether this event lies here; its judgement and clamping do not matter. */
    boolean holds(Touch touch);

    void put(Touch touch);

    void remove(Touch touch);

    /** All of them, in any order: for the rare event that changes what the others mean. */
    List<Touch> all();
}
