package io.salesbrain.query.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** A schema in the words of people, as HTML. */
final class SchemaWords {
    private SchemaWords() {}

    /** Such as "text or null", or a link to what an object holds. */
    static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            var reference = schema.path("$ref").asText();
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            return "<a href=\"#schema-" + name + "\">" + DocsPage.escaped(name) + "</a>";
        }
        if (schema.has("anyOf")) {
            return schema.path("anyOf")
                    .valueStream()
                    .map(SchemaWords::type)
                    .sorted()
                    .collect(Collectors.joining(" or "));
        }
        var type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream().map(each -> type(schema, each.asText())).collect(Collectors.joining(" or "));
        }
        return type.isMissingNode() ? "anything" : type(schema, type.asText());
    }

    private static String type(JsonNode schema, String type) {
        return switch (type) {
            case "string" ->
                switch (schema.path("format").asText()) {
                    case "date-time" -> "time";
                    case "date" -> "day";
                    default -> "text";
                };
            case "integer" -> "whole number";
            case "boolean" -> "true or false";
            case "array" -> "list of " + type(schema.path("items"));
            case "object" ->
                schema.path("additionalProperties").isObject()
                        ? "object of " + type(schema.path("additionalProperties"))
                        : "object";
            default -> type;
        };
    }

    /** What a value may be; empty where anything of its type may. */
    static String limits(JsonNode schema) {
        var limits = new ArrayList<String>();
        if (schema.has("enum")) {
            limits.add(schema.path("enum")
                    .valueStream()
                    .filter(value -> !value.isNull())
                    .map(value -> "<code>" + DocsPage.escaped(value.asText()) + "</code>")
                    .collect(Collectors.joining(", ")));
        }
        if (schema.has("minimum") && schema.has("maximum")) {
            limits.add("from " + schema.path("minimum").asText() + " to "
                    + schema.path("maximum").asText());
        }
        // Every parameter has that one.
        if (schema.has("maxLength") && schema.path("maxLength").asInt() != Parameter.MAX_LENGTH) {
            limits.add("at most " + schema.path("maxLength").asText() + " characters");
        }
        if (schema.has("default")) {
            limits.add("default " + DocsPage.escaped(schema.path("default").asText()));
        }
        return limits.isEmpty() ? "" : " <span class=\"limits\">" + String.join("; ", limits) + "</span>";
    }
}
