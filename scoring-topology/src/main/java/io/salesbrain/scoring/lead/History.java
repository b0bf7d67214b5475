package io.salesbrain.scoring.lead;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The distinct events of one subject in chronological order, and so independent of the order they arrived in.
 *
 * @param bursts which of them other leads had a part in
 */
public record History(List<Touch> touches, BurstMarks bursts) {
    public static final History EMPTY = new History(List.of());

    public History {
        touches = List.copyOf(touches);
    }

    public History(List<Touch> touches) {
        this(touches, BurstMarks.NONE);
    }

    /** From distinct touches in any order. */
    public static History of(Collection<Touch> touches) {
        return new History(touches.stream().sorted(Touch.CHRONOLOGICAL).toList());
    }

    public History with(BurstMarks otherBursts) {
        return new History(touches, otherBursts);
    }

    /** Whether it holds this event; its judgement and clamping do not matter. */
    public boolean contains(Touch sought) {
        for (var touch : touches) {
            if (touch.isSameEvent(sought)) {
                return true;
            }
        }
        return false;
    }

    public History with(Touch touch) {
        int found = Collections.binarySearch(touches, touch, Touch.CHRONOLOGICAL);
        var all = new ArrayList<Touch>(touches.size() + 1);
        all.addAll(touches);
        all.add(found >= 0 ? found : -found - 1, touch);
        return new History(all, bursts);
    }
}
