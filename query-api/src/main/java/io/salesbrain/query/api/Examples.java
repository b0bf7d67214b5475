package io.salesbrain.query.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.salesbrain.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What the example requests were really answered, by method and path. A test sends them all and writes the file when told
 * to; every run of it holds the answers to the schemas.
 */
record Examples(JsonNode answers) {
    static final String FILE = "examples.json";

    static Examples read() {
        try (var in = Examples.class.getResourceAsStream(FILE)) {
            return new Examples(in == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's " + FILE + " cannot be read", e);
        }
    }

    Optional<JsonNode> of(Route route) {
        return Optional.ofNullable(answers.get(route.toString()));
    }

    /** As JSON where it is JSON, else as text. */
    static JsonNode parsed(String mediaType, String text) {
        if (!mediaType.equals(Content.JSON)) {
            return TextNode.valueOf(text);
        }
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an example is no JSON: " + text, e);
        }
    }

    /** A number or a flag is written without quotes. */
    static JsonNode value(Parameter parameter, String text) {
        return "string".equals(parameter.schema().get("type")) ? TextNode.valueOf(text) : parsed(Content.JSON, text);
    }
}
