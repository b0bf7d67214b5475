package io.salesbrain.query.live;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.Supplier;

/** A follow-up that has just become due; its text is written when somebody watches, and not before. */
record DueFollowUp(Supplier<?> view) {
    @JsonValue
    Object shown() {
        return view.get();
    }
}
