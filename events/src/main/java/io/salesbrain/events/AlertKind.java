package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an alert is about. */
public enum AlertKind {
    BOUNCE_RATE,
    SPAM_RATE,
    UNSUBSCRIBE_RATE,
    /** Against what the account or campaign usually reaches. */
    OPEN_RATE_DROP,
    REPLY_RATE_DROP,
    ACCOUNT_ERROR,
    ACCOUNT_SUSPENDED,
    DAILY_LIMIT;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AlertKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    @JsonCreator
    static AlertKind parse(String label) {
        return ofLabel(label).orElseThrow(() -> new IllegalArgumentException("no alert is called " + label));
    }
}
