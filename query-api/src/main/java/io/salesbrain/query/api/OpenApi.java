package io.salesbrain.query.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.events.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The description of the API by OpenAPI 3.1, made from the routes there are. */
final class OpenApi {
    private static final String VERSION = "1";
    private static final String ABOUT =
            "Real-time intelligence over Instantly: who is worth a call and why, what campaigns and"
                    + " mailboxes achieve, what it cost and brought.\n\nKeys go into the header Authorization as `Bearer <key>`."
                    + " Names are in snake_case; times are ISO-8601 in UTC with milliseconds; rates are fractions from 0 to 1 and"
                    + " null over an empty denominator; money is a decimal number as text with its currency. Lists come in pages:"
                    + " `next_starting_after` of one page is `starting_after` of the next, and null on the last. Every answer"
                    + " carries X-Request-Id.";

    private final Schemas schemas = new Schemas();
    private final Examples examples;
    private final ObjectNode document = Json.MAPPER.createObjectNode();

    private OpenApi(Examples examples) {
        this.examples = examples;
    }

    static ObjectNode of(List<Route> routes, Examples examples) {
        return new OpenApi(examples).document(routes);
    }

    private ObjectNode document(List<Route> routes) {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Salesbrain")
                .put("version", VERSION)
                .put("summary", "Real-time intelligence over the cold-e-mail platform Instantly.ai.")
                .put("description", ABOUT);
        document.putArray("servers").addObject().put("url", "/");
        var tags = document.putArray("tags");
        Arrays.stream(Tag.values())
                .filter(tag ->
                        routes.stream().anyMatch(route -> route.operation().tag() == tag))
                .forEach(tag -> tags.addObject().put("name", tag.title()).put("description", tag.says()));
        var paths = document.putObject("paths");
        for (var route : routes) {
            paths.withObjectProperty(route.path()).set(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        var components = document.putObject("components");
        for (var failure : Failure.values()) {
            components
                    .withObjectProperty("responses")
                    .set(failure.component(), failure.response(schemas.of(Shape.of(ErrorView.class))));
        }
        schemas.all()
                .forEach((name, schema) ->
                        components.withObjectProperty("schemas").set(name, schema));
        securitySchemes(components.putObject("securitySchemes"));
        return document;
    }

    private static void securitySchemes(ObjectNode schemes) {
        bearer(schemes, "organization_key", "A key of one organization; opens its own data only.");
        bearer(schemes, "admin_key", "The key of whoever runs the installation; opens everything.");
        bearer(schemes, "webhook_secret", "Opens the webhook and nothing else; says whose events they are.");
    }

    private static void bearer(ObjectNode schemes, String name, String says) {
        schemes.putObject(name).put("type", "http").put("scheme", "bearer").put("description", says);
    }

    private ObjectNode operation(Route route) {
        var said = route.operation();
        var operation = Json.MAPPER.createObjectNode();
        operation.putArray("tags").add(said.tag().title());
        operation.put("summary", said.summary());
        operation.put("description", (said.details() + " " + route.door().says()).strip());
        operation.put("operationId", operationId(route));
        var security = operation.putArray("security");
        route.door().schemes().forEach(scheme -> security.addObject().putArray(scheme));
        var parameters = Requests.parameters(route);
        if (!parameters.isEmpty()) {
            parameters.forEach(parameter -> add(operation.withArrayProperty("parameters"), parameter));
        }
        if (!said.bodies().isEmpty()) {
            var body = operation.putObject("requestBody");
            body.put("required", !said.mayBeEmpty());
            for (var content : said.bodies()) {
                var media = body.withObjectProperty("content").putObject(content.mediaType());
                var shape = content.shape();
                media.set("schema", shape == null ? text() : schemas.of(shape));
                media.set("example", Examples.parsed(content.mediaType(), content.example()));
            }
        }
        operation.set("responses", responses(route));
        return operation;
    }

    private static void add(ArrayNode parameters, Parameter parameter) {
        var node = parameters.addObject();
        node.put("name", parameter.name());
        node.put("in", parameter.in().label());
        node.put("description", parameter.says());
        node.put("required", parameter.in() == Parameter.In.PATH);
        var schema = Json.MAPPER.createObjectNode();
        // A Map has no order of its own; the document shall be the same each time.
        parameter.schema().keySet().stream()
                .sorted()
                .forEach(key -> schema.set(
                        key, Json.MAPPER.valueToTree(parameter.schema().get(key))));
        node.set("schema", schema);
        var example = parameter.example();
        if (example != null) {
            node.set("example", Examples.value(parameter, example));
        }
    }

    private ObjectNode responses(Route route) {
        var responses = Json.MAPPER.createObjectNode();
        for (var answer : route.operation().answers()) {
            var node = responses.putObject(Integer.toString(answer.status()));
            node.put("description", answer.says());
            var mediaType = answer.mediaType();
            if (mediaType != null) {
                var media = node.putObject("content").putObject(mediaType);
                var shape = answer.shape();
                media.set("schema", shape == null ? text() : schemas.of(shape));
                if (answer.equals(route.success())) {
                    examples.of(route).ifPresent(example -> media.set("example", example));
                }
            }
        }
        for (var failure : Failure.of(route)) {
            var status = Integer.toString(failure.status());
            if (!responses.has(status)) {
                responses.putObject(status).put("$ref", "#/components/responses/" + failure.component());
            }
        }
        return responses;
    }

    private static JsonNode text() {
        return Json.MAPPER.createObjectNode().put("type", "string");
    }

    /** Such as getLeadsByEmail. */
    private static String operationId(Route route) {
        var id = new StringBuilder(route.method().toLowerCase(Locale.ROOT));
        for (var part : route.path().split("[/._-]")) {
            if (part.startsWith("{")) {
                id.append("By");
            }
            for (var word : part.replaceAll("[{}]", "").split("_")) {
                if (!word.isEmpty() && !word.equals("api")) {
                    id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
                }
            }
        }
        return id.toString();
    }
}
