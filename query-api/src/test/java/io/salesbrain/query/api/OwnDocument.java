package io.salesbrain.query.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.salesbrain.query.ApiServer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The server's own description, held against what it answers: stricter than callers have to be, for a field that is not
 * described is a fault too.
 */
final class OwnDocument {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    final JsonNode json;
    private final JsonNode closed;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    OwnDocument(JsonNode json) {
        this.json = json;
        this.closed = json.path("components").deepCopy();
        this.closed.path("schemas").forEach(OwnDocument::close);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
            object.path("properties").forEach(OwnDocument::close);
        }
    }

    JsonNode operation(Route route) {
        return json.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
    }

    /** What is wrong with an answer; empty when nothing is. */
    List<String> faults(Route route, int status, String contentType, String body) {
        var said = operation(route).path("responses").path(Integer.toString(status));
        if (said.has("$ref")) {
            said = json.at(said.path("$ref").asText().substring(1));
        }
        if (said.isMissingNode()) {
            return List.of("an answer with " + status + " is not described: " + body);
        }
        if (!said.has("content")) {
            return body.isEmpty() ? List.of() : List.of("a body where none is described: " + body);
        }
        var mediaType = contentType.split(";", 2)[0].strip();
        var schema = said.path("content").path(mediaType).path("schema");
        if (schema.isMissingNode()) {
            return List.of(contentType + " is not described");
        }
        return mediaType.equals(Content.JSON) && !route.path().equals("/openapi.json")
                ? faults(schema, ApiServer.read(body))
                : List.of();
    }

    List<String> faults(JsonNode schema, JsonNode value) {
        return compiled
                .computeIfAbsent(schema.toString(), _ -> {
                    ObjectNode whole = schema.deepCopy();
                    whole.set("components", closed);
                    return SCHEMAS.getSchema(whole);
                })
                .validate(value)
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
