package io.salesbrain.simulator.world;

import com.fasterxml.jackson.core.type.TypeReference;
import io.salesbrain.simulator.resource.Resources;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The invented names of one language, and the themes of its campaigns. */
record Vocabulary(
        List<String> women,
        List<String> men,
        List<String> families,
        List<String> stems,
        List<String> trades,
        List<String> industries,
        List<String> forms,
        List<String> titles,
        List<Place> places) {

    record Place(String city, String zone, String phone) {}

    private static final Map<Language, Vocabulary> PEOPLE = new EnumMap<>(Language.class);
    private static final Map<Language, List<Theme>> THEMES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            PEOPLE.put(
                    language,
                    Resources.json("people/" + language.code() + ".json", new TypeReference<Vocabulary>() {}));
            THEMES.put(
                    language,
                    Resources.json("letters/themes-" + language.code() + ".json", new TypeReference<List<Theme>>() {}));
        }
    }

    static Vocabulary of(Language language) {
        return require(PEOPLE, language);
    }

    static List<Theme> themes(Language language) {
        return require(THEMES, language);
    }

    private static <T> T require(Map<Language, T> byLanguage, Language language) {
        T found = byLanguage.get(language);
        if (found == null) {
            throw new IllegalStateException("No vocabulary for " + language + ".");
        }
        return found;
    }
}
