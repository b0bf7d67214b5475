package io.salesbrain.scoring.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a person, and the columns that say it: the first one counts that a delivery has. */
public enum Trait {
    FIRST_NAME("firstname", "vorname"),
    LAST_NAME("lastname", "nachname", "surname"),
    COMPANY("companyname", "company", "firma", "unternehmen"),
    JOB_TITLE("jobtitle", "position"),
    COUNTRY("country", "countrycode", "land", "companycountry"),
    LANGUAGE("language", "sprache", "locale"),
    /** No column: the language of the lead's replies, as the classifier recognised it. */
    SPOKEN;

    /** A column's meaning; of several with the same, the one with the lowest rank counts. */
    record Meaning(Trait trait, int rank) {}

    private static final Map<String, Meaning> BY_COLUMN = byColumn();

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the checker cannot see it.
    private final List<String> columns;

    Trait(String... columns) {
        this.columns = List.of(columns);
    }

    /** @return null for a column that says nothing of the kind */
    static @Nullable Meaning ofColumn(String name) {
        var letters = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return BY_COLUMN.get(letters.toString().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Meaning> byColumn() {
        var meanings = new HashMap<String, Meaning>();
        for (var trait : values()) {
            for (int rank = 0; rank < trait.columns.size(); rank++) {
                meanings.put(trait.columns.get(rank), new Meaning(trait, rank));
            }
        }
        return Map.copyOf(meanings);
    }
}
