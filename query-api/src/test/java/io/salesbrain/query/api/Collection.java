package io.salesbrain.query.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.events.Json;
import java.util.List;
import java.util.Optional;

/** The example requests as a collection by the format of Postman, version 2.1, which its likes read too. */
final class Collection {
    private static final String FORMAT = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

    private Collection() {}

    static String of(List<Route> routes) {
        var collection = Json.MAPPER.createObjectNode();
        collection.putObject("info").put("name", "Salesbrain").put("schema", FORMAT);
        var variables = collection.putArray("variable");
        variables.addObject().put("key", "base").put("value", "http://localhost:8080");
        for (var name : List.of("api_key", "admin_key", "webhook_secret")) {
            variables.addObject().put("key", name).put("value", "");
        }
        var folders = collection.putArray("item");
        for (var tag : Tag.values()) {
            var ofTag = routes.stream()
                    .filter(route -> route.operation().tag() == tag)
                    .toList();
            if (!ofTag.isEmpty()) {
                var folder = folders.addObject().put("name", tag.title()).put("description", tag.says());
                ofTag.forEach(route -> request(folder.withArrayProperty("item").addObject(), route));
            }
        }
        return collection.toPrettyString();
    }

    private static void request(ObjectNode item, Route route) {
        item.put("name", route.operation().summary());
        var request = item.putObject("request").put("method", route.method());
        var target = Requests.target(route).split("\\?", 2);
        var url = request.putObject("url").put("raw", "{{base}}" + Requests.target(route));
        url.putArray("host").add("{{base}}");
        for (var part : target[0].substring(1).split("/")) {
            url.withArrayProperty("path").add(part);
        }
        for (var parameter : Requests.parameters(route)) {
            if (parameter.in() == Parameter.In.QUERY) {
                url.withArrayProperty("query")
                        .addObject()
                        .put("key", parameter.name())
                        .put("value", parameter.example() == null ? "" : parameter.example())
                        .put("description", parameter.says())
                        .put("disabled", parameter.example() == null);
            }
        }
        key(route.door())
                .ifPresent(key -> request.putObject("auth")
                        .put("type", "bearer")
                        .putArray("bearer")
                        .addObject()
                        .put("key", "token")
                        .put("value", "{{" + key + "}}")
                        .put("type", "string"));
        if (!route.operation().bodies().isEmpty()) {
            var content = route.operation().bodies().getFirst();
            request.putArray("header").addObject().put("key", "Content-Type").put("value", content.mediaType());
            request.putObject("body").put("mode", "raw").put("raw", content.example());
        }
    }

    private static Optional<String> key(Door door) {
        return switch (door) {
            case OPEN -> Optional.empty();
            case WEBHOOK -> Optional.of("webhook_secret");
            case ORGANIZATION, ANY -> Optional.of("api_key");
            case ADMIN -> Optional.of("admin_key");
        };
    }
}
