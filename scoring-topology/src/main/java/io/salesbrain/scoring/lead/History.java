package io.salesbrain.scoring.lead;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The distinct events of one subject in chronological order, and so independent of the order they arrived in.
 *
 * @param bursts which of them other leads had a part in
 * @param corrections what people said of the replies among them
 */
public record History(List<Touch> touches, BurstMarks bursts, Corrections corrections) {
    public static final History EMPTY = new History(List.of());

    public History {
        touches = List.copyOf(touches);
    }

    public History(List<Touch> touches) {
        this(touches, BurstMarks.NONE, Corrections.NONE);
    }

    /** From distinct touches in any order. */
    public static History of(Collection<Touch> touches) {
        return new History(touches.stream().sorted(Touch.CHRONOLOGICAL).toList());
    }

    public History with(BurstMarks otherBursts) {
        return new History(touches, otherBursts, corrections);
    }

    public History with(Corrections otherCorrections) {
        return new History(touches, bursts, otherCorrections);
    }

    /** These touches instead, and all else as it is. */
    History withTouches(Collection<Touch> others) {
        return new History(others.stream().sorted(Touch.CHRONOLOGICAL).toList(), bursts, corrections);
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
        return new History(all, bursts, corrections);
    }
}
