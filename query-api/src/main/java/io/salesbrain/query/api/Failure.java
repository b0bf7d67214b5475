package io.salesbrain.query.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.events.Json;
import java.util.ArrayList;
import java.util.List;

/** The errors that follow from what a route is, without its saying so. */
enum Failure {
    BAD_REQUEST(400, "BadRequest", "A parameter or the body cannot be read."),
    UNAUTHORIZED(401, "Unauthorized", "There is no key, or it is not valid."),
    FORBIDDEN(403, "Forbidden", "The key is valid, but not for this."),
    NOT_FOUND(404, "NotFound", "There is no such thing, or it is not this organization's."),
    TOO_LARGE(413, "TooLarge", "The body is larger than this path takes."),
    INVALID(422, "Invalid", "A field of the body is wrong; details names it."),
    TOO_MANY(429, "TooMany", "This key calls too often; Retry-After and RateLimit-Reset say when to come again."),
    UNAVAILABLE(
            503,
            "Unavailable",
            "The log or the warehouse does not answer at the moment; Retry-After says when to ask again.");

    private final int status;
    private final String component;
    private final String says;

    Failure(int status, String component, String says) {
        this.status = status;
        this.component = component;
        this.says = says;
    }

    int status() {
        return status;
    }

    String component() {
        return component;
    }

    ObjectNode response(JsonNode errorSchema) {
        var response = Json.MAPPER.createObjectNode().put("description", says);
        response.putObject("content").putObject(Content.JSON).set("schema", errorSchema);
        return response;
    }

    static List<Failure> of(Route route) {
        var failures = new ArrayList<Failure>();
        if (route.door() == Door.OPEN) {
            return failures;
        }
        boolean hasBody = !route.operation().bodies().isEmpty();
        boolean asksForOrganization = Requests.parameters(route).stream()
                .anyMatch(parameter -> parameter.name().equals("organization_id"));
        boolean namesSomething = route.path().contains("{");
        if (hasBody || !Requests.parameters(route).isEmpty()) {
            failures.add(BAD_REQUEST);
        }
        failures.add(UNAUTHORIZED);
        failures.add(FORBIDDEN);
        if (namesSomething || asksForOrganization || hasBody) {
            failures.add(NOT_FOUND);
        }
        if (hasBody) {
            failures.add(TOO_LARGE);
            failures.add(INVALID);
        }
        failures.add(TOO_MANY);
        failures.add(UNAVAILABLE);
        return failures;
    }
}
