package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventIdentity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The distinct events of one subject in chronological order, and so independent of the order they arrived in. */
public record History(List<Touch> touches) {
    public static final History EMPTY = new History(List.of());

    public History {
        touches = List.copyOf(touches);
    }

    public boolean contains(EventIdentity identity) {
        for (var touch : touches) {
            if (touch.is(identity)) {
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
        return new History(all);
    }
}
