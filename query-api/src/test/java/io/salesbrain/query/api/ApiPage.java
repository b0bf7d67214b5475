package io.salesbrain.query.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The description as a page of the project's docs: each operation with its parameters and answers, and an example. */
final class ApiPage {
    private ApiPage() {}

    static String of(List<Route> routes, JsonNode document) {
        var page = new StringBuilder("# The API\n\n<!-- Written by ApiPagesTest; changes here are lost. -->\n\n");
        page.append(document.at("/info/description").asText());
        page.append("\n\nA running installation has this as a page at `/docs` with every field, and as OpenAPI 3.1 at"
                + " `/openapi.json`. [salesbrain.postman_collection.json](salesbrain.postman_collection.json) is a collection"
                + " for Postman, Bruno or Insomnia; [api-tour.md](api-tour.md) is a first walk.\n");
        for (var tag : Tag.values()) {
            var ofTag = routes.stream()
                    .filter(route -> route.operation().tag() == tag)
                    .toList();
            if (!ofTag.isEmpty()) {
                page.append("\n## ")
                        .append(tag.title())
                        .append("\n\n")
                        .append(tag.says())
                        .append('\n');
                ofTag.forEach(route -> operation(page, route, document));
            }
        }
        return page.toString();
    }

    private static void operation(StringBuilder page, Route route, JsonNode document) {
        var operation =
                document.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
        page.append("\n### ")
                .append(route)
                .append("\n\n")
                .append(operation.path("summary").asText())
                .append(' ');
        page.append(operation.path("description").asText()).append("\n\n");
        if (!operation.path("parameters").isEmpty()) {
            page.append("| Parameter | In | Meaning |\n|---|---|---|\n");
            for (var parameter : operation.path("parameters")) {
                page.append("| `").append(parameter.path("name").asText()).append("` | ");
                page.append(parameter.path("in").asText()).append(" | ");
                page.append(parameter.path("description").asText())
                        .append(limits(parameter.path("schema")))
                        .append(" |\n");
            }
            page.append('\n');
        }
        page.append("```sh\n").append(Requests.curl(route)).append("\n```\n\n");
        page.append(operation.path("responses").properties().stream()
                .map(answer -> answer.getKey() + shape(answer.getValue()))
                .collect(Collectors.joining(", ", "Answers: ", "\n")));
    }

    private static String limits(JsonNode schema) {
        var limits = SchemaWords.limits(schema)
                .replaceAll("<code>([^<]*)</code>", "`$1`")
                .replaceAll("<[^>]*>", "");
        return limits.isEmpty() ? "" : " —" + limits;
    }

    private static String shape(JsonNode answer) {
        var reference = answer.path("content").findPath("schema").path("$ref").asText();
        return reference.isEmpty() ? "" : " `" + reference.substring(reference.lastIndexOf('/') + 1) + "`";
    }
}
