package io.salesbrain.ingest.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.salesbrain.events.PayloadField;
import io.salesbrain.ingest.body.JsonObjectText.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Strict JSON of strangers: UTF-8 without a fault, no duplicate keys, no more than 32 levels, nothing after the end.
 * Long numbers and keys are legal, so they are read as text and never turned into values.
 */
public final class StrictJson {
    /** How deep a document may be; an array of events is itself one level. */
    public static final int MAX_DEPTH = 32;

    /** Reads one event and hands out the members the dialect asks for. */
    public static final StrictJson DOCUMENT = new StrictJson(MAX_DEPTH, PayloadField.READ_NAMES);

    static final StrictJson ELEMENT = new StrictJson(MAX_DEPTH - 1, Set.of());

    private final JsonFactory factory;
    private final Set<String> wanted;

    /** @param wanted the names of the top-level members to hand out */
    public StrictJson(int maxDepth, Set<String> wanted) {
        this.wanted = Set.copyOf(wanted);
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(maxDepth)
                .maxStringLength(Unit.MAX_BYTES)
                .maxNumberLength(Unit.MAX_BYTES)
                .maxNameLength(Unit.MAX_BYTES)
                .build();
        // Strangers choose the keys, so none of them goes into a table that outlives the document.
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(limits)
                .build();
    }

    /** The object these bytes are; empty when they are well-formed JSON of another kind. */
    public Optional<JsonObjectText> readObject(Bytes bytes) throws MalformedJson {
        var text = bytes.utf8().orElseThrow(() -> new MalformedJson("the bytes are not valid UTF-8"));
        // From the text, not the bytes: of those the parser would guess the encoding.
        try (var parser = factory.createParser(text)) {
            var first = parser.nextToken();
            if (first == null) {
                throw new MalformedJson("there is no value");
            }
            Map<String, Scalar> members = first == JsonToken.START_OBJECT ? readMembers(parser) : Map.of();
            if (first == JsonToken.START_ARRAY) {
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new MalformedJson("something follows the end of the document");
            }
            return first == JsonToken.START_OBJECT ? Optional.of(new JsonObjectText(text, members)) : Optional.empty();
        } catch (StreamConstraintsException _) {
            throw new MalformedJson("there are more than " + MAX_DEPTH + " levels");
        } catch (JsonProcessingException e) {
            throw new MalformedJson(where(e) + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory was not readable", e);
        }
    }

    private Map<String, Scalar> readMembers(JsonParser parser) throws IOException {
        var members = new HashMap<String, Scalar>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
            } else if (wanted.contains(name)) {
                if (value == JsonToken.VALUE_STRING) {
                    members.put(name, new Scalar.Text(parser.getText()));
                } else if (value.isNumeric()) {
                    members.put(name, new Scalar.Digits(parser.getText()));
                }
            }
        }
        return members;
    }

    private static String where(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }
}
