package io.salesbrain.scoring.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which country a word or an e-mail address means, as ISO 3166's two letters. */
public final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> BY_NAME = byName();

    /** Top-level domains of countries that everybody uses: they say nothing about where somebody lives. */
    private static final Set<String> USED_BY_ALL = Set.of(
            "ac", "ag", "ai", "am", "as", "bz", "cc", "cf", "co", "cx", "fm", "ga", "gg", "gl", "gq", "im", "io", "is",
            "la", "li", "ly", "me", "ml", "ms", "mu", "nu", "pw", "sc", "sh", "st", "tk", "to", "tv", "vc", "vg", "ws");

    private Countries() {}

    /** A code of two or three letters, or a name in English or German. */
    public static Optional<String> named(String text) {
        return Optional.ofNullable(BY_NAME.get(normal(text)));
    }

    /** By the top-level domain of an e-mail address. */
    public static Optional<String> ofAddress(String email) {
        var domain = email.substring(email.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (domain.equals("uk")) {
            return Optional.of("GB");
        }
        return Optional.of(domain.toUpperCase(Locale.ROOT))
                .filter(CODES::contains)
                .filter(_ -> !USED_BY_ALL.contains(domain));
    }

    private static Map<String, String> byName() {
        var names = new TreeMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                names.put(normal(country.getDisplayCountry(language)), code);
            }
            names.put(normal(country.getISO3Country()), code);
        }
        // What people write besides; codes come last, so that no name hides one.
        names.putAll(Map.of(
                "uk", "GB",
                "england", "GB",
                "scotland", "GB",
                "great britain", "GB",
                "grossbritannien", "GB",
                "usa", "US",
                "united states of america", "US",
                "holland", "NL",
                "the netherlands", "NL",
                "czech republic", "CZ"));
        for (var code : Locale.getISOCountries()) {
            names.put(normal(code), code);
        }
        return new HashMap<>(names);
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace("ß", "ss").replace(".", "");
    }
}
