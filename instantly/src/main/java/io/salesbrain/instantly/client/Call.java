package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param route its path with names for what varies: what limits and metrics go by
 * @param path the same filled in
 * @param repeatable whether it may be sent again when nobody knows if it was done
 */
record Call(
        String method,
        String route,
        String path,
        Map<String, String> query,
        Optional<JsonNode> body,
        boolean repeatable) {

    static Call get(String route, String... variables) {
        return new Call("GET", route, fill(route, variables), Map.of(), Optional.empty(), true);
    }

    /** Done twice it would do twice. */
    static Call post(String route, JsonNode body, String... variables) {
        return new Call("POST", route, fill(route, variables), Map.of(), Optional.of(body), false);
    }

    /** Done twice it does the same: it only asks, or sets something to what it then is. */
    static Call repeatablePost(String route, Optional<JsonNode> body, String... variables) {
        return new Call("POST", route, fill(route, variables), Map.of(), body, true);
    }

    static Call patch(String route, JsonNode body, String... variables) {
        return new Call("PATCH", route, fill(route, variables), Map.of(), Optional.of(body), true);
    }

    static Call delete(String route, String... variables) {
        return new Call("DELETE", route, fill(route, variables), Map.of(), Optional.empty(), true);
    }

    Call with(String name, Object value) {
        var more = new LinkedHashMap<>(query);
        more.put(name, value.toString());
        return new Call(method, route, path, more, body, repeatable);
    }

    Call with(String name, Optional<?> value) {
        return value.map(present -> with(name, present)).orElse(this);
    }

    String target() {
        var target = new StringBuilder(path);
        query.forEach((name, value) -> target.append(target.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(encode(value)));
        return target.toString();
    }

    /** As in the log and in messages. */
    @Override
    public String toString() {
        return method + " " + route;
    }

    private static String fill(String route, String... variables) {
        var filled = new StringBuilder();
        int next = 0;
        for (var part : route.substring(1).split("/")) {
            filled.append('/').append(part.startsWith("{") ? encode(variables[next++]) : part);
        }
        return filled.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
