package io.salesbrain.scoring.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the traits among a delivery's members, without looking into those that are long. */
public final class ProfileReader {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileReader.class);

    /** Nobody's name, company or title is longer; what is, is no such thing. */
    static final int MOST_CHARACTERS = 120;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    /** The texts were read under stricter limits when they arrived. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private ProfileReader() {}

    /** @param raw a delivery's JSON text, or empty */
    public static Map<Trait, String> read(String raw) {
        if (raw.isEmpty()) {
            return Map.of();
        }
        var found = new EnumMap<Trait, String>(Trait.class);
        var ranks = new EnumMap<Trait, Integer>(Trait.class);
        try (var parser = JSON.createParser(raw)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var meaning = Trait.ofColumn(parser.currentName());
                var token = parser.nextToken();
                if (meaning == null || token != JsonToken.VALUE_STRING) {
                    parser.skipChildren();
                    continue;
                }
                var value = usable(parser);
                if (!value.isEmpty() && meaning.rank() < ranks.getOrDefault(meaning.trait(), Integer.MAX_VALUE)) {
                    ranks.put(meaning.trait(), meaning.rank());
                    found.put(meaning.trait(), value);
                }
            }
        } catch (IOException e) {
            LOG.debug("a delivery's text ends before its end, its first columns are taken", e);
        }
        return found;
    }

    /** Empty where it is none: too long, blank, or a placeholder that nobody filled in. */
    private static String usable(JsonParser parser) throws IOException {
        if (parser.getTextLength() > MOST_CHARACTERS) {
            return "";
        }
        var value = BLANKS.matcher(parser.getText()).replaceAll(" ").strip();
        return value.contains("{") || value.contains("}") ? "" : value;
    }
}
