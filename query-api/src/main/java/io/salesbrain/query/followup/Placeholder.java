package io.salesbrain.query.followup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a template may ask for. */
public enum Placeholder {
    FIRST_NAME,
    LAST_NAME,
    COMPANY,
    JOB_TITLE,
    CAMPAIGN,
    RETURN_DATE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Placeholder::label).toList();
    }

    static Optional<Placeholder> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.label().equals(label))
                .findFirst();
    }
}
