package io.salesbrain.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instantly's public description of its API, where somebody has it: enough of JSON Schema to compare answers with it. */
final class OpenApi {
    private final JsonNode document;

    OpenApi(Path file) throws IOException {
        document = new ObjectMapper().readTree(file.toFile());
    }

    /** Where somebody has it: named by the environment, or in a folder {@code shared} beside the checkout. */
    static Optional<OpenApi> find() throws IOException {
        Optional<Path> named =
                Optional.ofNullable(System.getenv("INSTANTLY_OPENAPI")).map(Path::of);
        for (Path folder = Path.of("").toAbsolutePath();
                named.isEmpty() && folder != null;
                folder = folder.getParent()) {
            named = Optional.of(folder.resolve("shared/instantly/openapi-v2.json"))
                    .filter(Files::isReadable);
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(new OpenApi(named.get()));
    }

    /** What is wrong with the body of a successful answer; empty when nothing is. */
    List<String> faults(String method, String path, JsonNode answer) {
        JsonNode responses = document.path("paths").path(path).path(method).path("responses");
        JsonNode schema = responses
                .path(responses.has("200") ? "200" : "202")
                .path("content")
                .path("application/json")
                .path("schema");
        List<String> faults = new ArrayList<>();
        if (schema.isMissingNode()) {
            faults.add("There is no " + method + " " + path + ".");
        }
        check(schema, answer, "", faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("$ref")) {
            check(document.at(schema.path("$ref").asText().substring(1)), value, at, faults);
            return;
        }
        schema.path("allOf").forEach(part -> check(part, value, at, faults));
        if (schema.has("type") && !isOneOf(schema.path("type"), value)) {
            faults.add(at + " is no " + schema.path("type") + ": " + value.getNodeType());
        }
        if (schema.has("enum") && !value.isNull() && !contains(schema.path("enum"), value)) {
            faults.add(at + " is none of the allowed values: " + value);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + " lacks " + name.asText());
            }
        });
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            checkField(schema, field.getKey(), field.getValue(), at, faults);
        }
        if (value.isArray()) {
            value.forEach(item -> check(schema.path("items"), item, at + "[]", faults));
        }
    }

    private void checkField(JsonNode schema, String name, JsonNode value, String at, List<String> faults) {
        JsonNode known = schema.path("properties").path(name);
        JsonNode others = schema.path("additionalProperties");
        if (!known.isMissingNode()) {
            check(known, value, at + "/" + name, faults);
        } else if (others.isObject()) {
            check(others, value, at + "/" + name, faults);
        } else if (others.isBoolean() && !others.asBoolean()) {
            faults.add(at + " has " + name + ", which is not described");
        }
    }

    private static boolean isOneOf(JsonNode types, JsonNode value) {
        if (!types.isArray()) {
            return is(types.asText(), value);
        }
        for (JsonNode type : types) {
            if (is(type.asText(), value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("The description has the unknown type " + type + ".");
        };
    }

    private static boolean contains(JsonNode allowed, JsonNode value) {
        for (JsonNode one : allowed) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
