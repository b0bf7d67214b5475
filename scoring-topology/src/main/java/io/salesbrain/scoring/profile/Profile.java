package io.salesbrain.scoring.profile;

import io.salesbrain.events.Addressee;
import io.salesbrain.scoring.calendar.Countries;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The newest word on each trait of a person, whatever the order of the deliveries. */
public record Profile(Map<Trait, Word> words) {
    public static final Profile UNKNOWN = new Profile(Map.of());

    private static final String ENGLISH = "en";
    private static final String GERMAN = "de";

    /** Where most people write German. */
    private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "CH", "LI");

    /** What was said, and when; of two said at the same moment the greater one counts, so that one does. */
    public record Word(String value, long atMs) {
        Word newer(Word other) {
            if (atMs != other.atMs) {
                return atMs > other.atMs ? this : other;
            }
            return value.compareTo(other.value) >= 0 ? this : other;
        }
    }

    public Profile {
        words = words.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(words));
    }

    /** @param said at that time, by trait */
    public Profile with(Map<Trait, String> said, long atMs) {
        if (said.isEmpty()) {
            return this;
        }
        var merged = new EnumMap<Trait, Word>(Trait.class);
        merged.putAll(words);
        said.forEach((trait, value) -> merged.merge(trait, new Word(value, atMs), Word::newer));
        return new Profile(merged);
    }

    /** ISO 3166: by the column, else by the address's top-level domain. */
    public Optional<String> country(String leadEmail) {
        return value(Trait.COUNTRY).flatMap(Countries::named).or(() -> Countries.ofAddress(leadEmail));
    }

    public Addressee addressee(String leadEmail) {
        var country = country(leadEmail);
        return new Addressee(
                known(Trait.FIRST_NAME),
                known(Trait.LAST_NAME),
                known(Trait.COMPANY),
                known(Trait.JOB_TITLE),
                country.orElse(null),
                language(country));
    }

    /** That of the replies, else of the columns, else the country's; German or else English. */
    private String language(Optional<String> country) {
        var spoken = value(Trait.SPOKEN);
        if (spoken.isPresent()) {
            return spoken.get().equals(GERMAN) ? GERMAN : ENGLISH;
        }
        var named = value(Trait.LANGUAGE).map(text -> text.toLowerCase(Locale.ROOT));
        if (named.isPresent()) {
            return named.get().startsWith("de") || named.get().startsWith("ger") ? GERMAN : ENGLISH;
        }
        return country.filter(GERMAN_SPEAKING::contains).isPresent() ? GERMAN : ENGLISH;
    }

    private Optional<String> value(Trait trait) {
        return Optional.ofNullable(words.get(trait)).map(Word::value);
    }

    private @Nullable String known(Trait trait) {
        return value(trait).orElse(null);
    }
}
