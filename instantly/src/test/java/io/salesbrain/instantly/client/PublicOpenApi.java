package io.salesbrain.instantly.client;

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
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Instantly's public description of its API, for those who have the file: named by the environment or in a folder
 * {@code shared} beside the checkout. It is no part of the project.
 */
final class PublicOpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;

    private PublicOpenApi(JsonNode document) {
        this.document = document;
    }

    static Optional<PublicOpenApi> find() throws IOException {
        var named = Optional.ofNullable(System.getenv("INSTANTLY_OPENAPI")).map(Path::of);
        for (var folder = Path.of("").toAbsolutePath();
                named.isEmpty() && folder != null;
                folder = folder.getParent()) {
            named = Optional.of(folder.resolve("shared/instantly/openapi-v2.json"))
                    .filter(Files::isReadable);
        }
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(new PublicOpenApi(JSON.readTree(named.get().toFile())));
    }

    /** What is wrong with a request as it was sent; empty when nothing is. */
    List<String> faults(RecordingServer.Request request) throws IOException {
        var faults = new ArrayList<String>();
        var operation = operation(request.method(), request.path());
        if (operation.isEmpty()) {
            return List.of("there is no " + request.method() + " " + request.path());
        }
        var body = operation.get().at("/requestBody/content/application~1json/schema");
        if (!request.body().isEmpty()) {
            faults.addAll(faults(body, JSON.readTree(request.body())));
        } else if (body.has("required")) {
            faults.add("the body is missing");
        }
        request.query().forEach((name, value) -> faults.addAll(parameterFaults(operation.get(), name, value)));
        return faults;
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
