package io.salesbrain.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Instantly's public description of its API, for those who have the file: named by the environment or in a folder
 * {@code shared} beside the checkout. It is no part of the project.
 */
public final class InstantlyOpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;

    private InstantlyOpenApi(JsonNode document) {
        this.document = document;
    }

    public static Optional<InstantlyOpenApi> find() throws IOException {
        var named = Optional.ofNullable(System.getenv("INSTANTLY_OPENAPI")).map(Path::of);
        for (var folder = Path.of("").toAbsolutePath();
                named.isEmpty() && folder != null;
                folder = folder.getParent()) {
            named = Optional.of(folder.resolve("shared/instantly/openapi-v2.json"))
                    .filter(Files::isReadable);
        }
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(new InstantlyOpenApi(JSON.readTree(named.get().toFile())));
    }

    /** What is wrong with a request as it was sent; empty when nothing is. */
    public List<String> requestFaults(String method, String path, Map<String, String> query, String body)
            throws IOException {
        var operation = operation(method, path);
        if (operation.isEmpty()) {
            return List.of("there is no " + method + " " + path);
        }
        var faults = new ArrayList<String>();
        var schema = operation.get().at("/requestBody/content/application~1json/schema");
        if (!body.isEmpty()) {
            faults.addAll(faults(schema, JSON.readTree(body)));
        } else if (schema.has("required")) {
            faults.add("the body is missing");
        }
        query.forEach((name, value) -> faults.addAll(parameterFaults(operation.get(), name, value)));
        return faults;
    }

    /** What is wrong with the body of a successful answer; empty when nothing is. */
    public List<String> answerFaults(String method, String path, JsonNode answer) {
        var responses = operation(method, path)
                .map(operation -> operation.path("responses"))
                .orElseThrow(() -> new IllegalArgumentException("there is no " + method + " " + path));
        var schema = responses.path(responses.has("200") ? "200" : "202").at("/content/application~1json/schema");
        return schema.isMissingNode()
                ? List.of(method + " " + path + " answers nothing that is described")
                : faults(schema, answer);
    }

    private List<String> parameterFaults(JsonNode operation, String name, String value) {
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals(name)
                    && parameter.path("in").asText().equals("query")) {
                return faults(parameter.path("schema"), typed(parameter.path("schema"), value));
            }
        }
        return List.of("there is no parameter " + name);
    }

    private static JsonNode typed(JsonNode schema, String value) {
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> JsonNodeFactory.instance.numberNode(Long.parseLong(value));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(value));
            default -> JsonNodeFactory.instance.textNode(value);
        };
    }

    private Optional<JsonNode> operation(String method, String path) {
        for (var one : document.path("paths").properties()) {
            var pattern = Pattern.compile(one.getKey().replaceAll("\\{[^}]+}", "[^/]+"));
            var operation = one.getValue().path(method.toLowerCase(Locale.ROOT));
            boolean literal = one.getKey().equals(path);
            if (!operation.isMissingNode() && (literal || (pattern.matcher(path).matches() && !isLiteral(path)))) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    private boolean isLiteral(String path) {
        return document.path("paths").has(path);
    }

    private List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole).validate(value).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
