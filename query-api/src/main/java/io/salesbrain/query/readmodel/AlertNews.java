package io.salesbrain.query.readmodel;

import com.fasterxml.jackson.annotation.JsonValue;
import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertLevel;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What about an alert is worth telling; that its numbers were refreshed is not. */
public enum AlertNews {
    OPENED,
    ESCALATED,
    RESOLVED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AlertNews> between(@Nullable Alert before, Alert after) {
        if (after.isResolved()) {
            return before != null && before.isResolved() ? Optional.empty() : Optional.of(RESOLVED);
        }
        if (before == null) {
            return Optional.of(OPENED);
        }
        return before.level() == AlertLevel.WARNING && after.level() == AlertLevel.CRITICAL
                ? Optional.of(ESCALATED)
                : Optional.empty();
    }
}
