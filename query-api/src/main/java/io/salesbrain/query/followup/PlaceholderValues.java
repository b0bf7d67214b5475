package io.salesbrain.query.followup;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a lead, for a text to be filled with. */
public final class PlaceholderValues {
    private final Map<Placeholder, String> known = new EnumMap<>(Placeholder.class);

    public PlaceholderValues with(Placeholder placeholder, @Nullable String value) {
        if (value != null) {
            known.put(placeholder, value);
        }
        return this;
    }

    /** A day as people write it in a language. */
    public PlaceholderValues with(Placeholder placeholder, @Nullable LocalDate day, String language) {
        return with(
                placeholder,
                day == null
                        ? null
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(Locale.of(language))
                                .format(day));
    }

    /** Without those nothing is known for. */
    public Map<Placeholder, String> known() {
        return known;
    }
}
