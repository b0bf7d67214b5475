package io.salesbrain.query.live;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A follow-up that has just become due; its text is written when somebody watches, and not before. */
record DueFollowUp(Supplier<Map<String, @Nullable Object>> view) {
    @JsonValue
    Map<String, @Nullable Object> shown() {
        return view.get();
    }
}
