package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an organization's API key may do. */
public enum KeyPermission {
    /** To see statistics, leads, alerts, follow-ups, settings. */
    READ,
    /** To decide and to set: follow-ups, alerts, templates, settings, what is done at Instantly. */
    WRITE,
    /** To see and answer replies: the inbox with its search, notes, corrections, and the team. */
    INBOX,
    /** To see and enter costs and deals, and what comes of them. */
    COSTS;

    public static final Set<KeyPermission> ALL = Collections.unmodifiableSet(EnumSet.allOf(KeyPermission.class));

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<KeyPermission> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(permission -> permission.label().equals(label))
                .findFirst();
    }

    @JsonCreator
    static KeyPermission parse(String label) {
        return ofLabel(label)
                .orElseThrow(() -> new IllegalArgumentException("no permission of a key is called " + label));
    }
}
