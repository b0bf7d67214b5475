package io.salesbrain.query.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The description as a page that works without its script; the script only adds the search. */
final class DocsPage {
    private final ObjectNode document;
    private final StringBuilder page = new StringBuilder(1 << 18);

    private DocsPage(ObjectNode document) {
        this.document = document;
    }

    static String of(List<Route> routes, ObjectNode document) {
        return new DocsPage(document).page(routes);
    }

    private String page(List<Route> routes) {
        var byTag = routes.stream()
                .collect(Collectors.groupingBy(route -> route.operation().tag()));
        page.append(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Salesbrain API</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                        + "<meta name=\"color-scheme\" content=\"light dark\">"
                        + "<link rel=\"stylesheet\" href=\"/docs/docs.css\"><script src=\"/docs/docs.js\" defer></script></head><body>");
        page.append("<header><a class=\"brand\" href=\"/\">Salesbrain</a><span class=\"what\">API</span>"
                + "<label class=\"search\"><span class=\"hidden\">Search</span><input id=\"search\" type=\"search\" "
                + "placeholder=\"Search paths, words, fields\" autocomplete=\"off\" hidden></label>"
                + "<a class=\"file\" href=\"/openapi.json\">openapi.json</a></header><div class=\"columns\"><nav>");
        for (var tag : Tag.values()) {
            if (byTag.containsKey(tag)) {
                page.append("<a href=\"#")
                        .append(anchor(tag.title()))
                        .append("\">")
                        .append(escaped(tag.title()));
                page.append(" <span class=\"number\">")
                        .append(byTag.getOrDefault(tag, List.of()).size())
                        .append("</span></a>");
            }
        }
        page.append("<a href=\"#schemas\">Schemas</a></nav><main>");
        introduction();
        for (var tag : Tag.values()) {
            if (byTag.containsKey(tag)) {
                chapter(tag, byTag.getOrDefault(tag, List.of()));
            }
        }
        schemas();
        page.append("<p id=\"nothing\" hidden>Nothing here has these words.</p></main></div></body></html>\n");
        return page.toString();
    }

    private void introduction() {
        page.append("<section class=\"about\"><h1>Salesbrain API</h1>");
        for (var paragraph : document.at("/info/description").asText().split("\n\n")) {
            page.append("<p>").append(coded(paragraph)).append("</p>");
        }
        page.append(
                "<pre><code>export BASE=http://localhost:8080 API_KEY=… ADMIN_KEY=… WEBHOOK_SECRET=…</code></pre></section>");
    }

    private void chapter(Tag tag, List<Route> routes) {
        page.append("<section class=\"chapter\" id=\"")
                .append(anchor(tag.title()))
                .append("\"><h2>");
        page.append(escaped(tag.title()))
                .append("</h2><p>")
                .append(escaped(tag.says()))
                .append("</p>");
        routes.forEach(this::operation);
        page.append("</section>");
    }

    private void operation(Route route) {
        var method = route.method().toLowerCase(Locale.ROOT);
        var operation = document.path("paths").path(route.path()).path(method);
        page.append("<details class=\"operation\" id=\"")
                .append(operation.path("operationId").asText())
                .append("\"><summary>");
        page.append("<span class=\"method ")
                .append(method)
                .append("\">")
                .append(route.method())
                .append("</span><code>");
        // Long paths may break behind a slash.
        page.append(escaped(route.path()).replace("/", "/<wbr>")).append("</code><span class=\"summary\">");
        page.append(escaped(operation.path("summary").asText())).append("</span></summary><div class=\"inside\">");
        page.append("<p>").append(coded(operation.path("description").asText())).append("</p>");
        parameters(operation.path("parameters"));
        body(operation.path("requestBody"));
        page.append("<h3>Example</h3><pre><code>")
                .append(escaped(Requests.curl(route)))
                .append("</code></pre>");
        answers(operation.path("responses"));
        page.append("</div></details>");
    }

    private void parameters(JsonNode parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        page.append("<h3>Parameters</h3><dl>");
        for (var parameter : parameters) {
            page.append("<dt><code>")
                    .append(escaped(parameter.path("name").asText()))
                    .append("</code> <span class=\"type\">");
            page.append(SchemaWords.type(parameter.path("schema")))
                    .append(", in the ")
                    .append(parameter.path("in").asText());
            page.append("</span></dt><dd>")
                    .append(coded(parameter.path("description").asText()));
            page.append(SchemaWords.limits(parameter.path("schema"))).append("</dd>");
        }
        page.append("</dl>");
    }

    private void body(JsonNode body) {
        if (body.isMissingNode()) {
            return;
        }
        page.append("<h3>Body</h3>");
        body.path("content").properties().forEach(content -> {
            page.append("<p><code>").append(escaped(content.getKey())).append("</code> ");
            page.append(SchemaWords.type(content.getValue().path("schema")));
            page.append(body.path("required").asBoolean() ? "" : ", may be left out")
                    .append("</p>");
            fields(content.getValue().path("schema"));
            page.append("<pre><code>")
                    .append(escaped(pretty(content.getValue().path("example"))))
                    .append("</code></pre>");
        });
    }

    private void answers(JsonNode answers) {
        page.append("<h3>Answers</h3>");
        answers.properties().forEach(answer -> {
            var said = resolved(answer.getValue());
            page.append("<p class=\"answer\"><span class=\"status s")
                    .append(answer.getKey().charAt(0))
                    .append("\">");
            page.append(answer.getKey())
                    .append("</span> ")
                    .append(coded(said.path("description").asText()))
                    .append(' ');
            first(said.path("content"))
                    .ifPresent(content ->
                            page.append(SchemaWords.type(content.getValue().path("schema"))));
            page.append("</p>");
            var isError = answer.getKey().charAt(0) > '3';
            first(said.path("content")).filter(_ -> !isError).ifPresent(content -> {
                fields(content.getValue().path("schema"));
                if (content.getValue().has("example")) {
                    page.append("<details class=\"sample\"><summary>What it answered</summary><pre><code>");
                    page.append(escaped(pretty(content.getValue().path("example"))))
                            .append("</code></pre></details>");
                }
            });
        });
    }

    private static Optional<Map.Entry<String, JsonNode>> first(JsonNode content) {
        return content.properties().stream().findFirst();
    }

    private void fields(JsonNode schema) {
        var found = resolved(schema);
        if (!found.has("properties")) {
            return;
        }
        page.append("<dl class=\"fields\">");
        found.path("properties").properties().forEach(field -> {
            page.append("<dt><code>").append(escaped(field.getKey())).append("</code> <span class=\"type\">");
            page.append(SchemaWords.type(field.getValue()));
            boolean isRequired = found.path("required")
                    .valueStream()
                    .anyMatch(name -> name.asText().equals(field.getKey()));
            page.append(isRequired ? "" : ", may be left out").append("</span></dt><dd>");
            page.append(coded(field.getValue().path("description").asText()))
                    .append(SchemaWords.limits(field.getValue()));
            page.append("</dd>");
        });
        page.append("</dl>");
    }

    private void schemas() {
        page.append(
                "<section class=\"chapter\" id=\"schemas\"><h2>Schemas</h2><p>What the objects in requests and answers hold.</p>");
        document.at("/components/schemas").properties().forEach(schema -> {
            page.append("<details class=\"operation\" id=\"schema-")
                    .append(schema.getKey())
                    .append("\"><summary><code>");
            page.append(escaped(schema.getKey())).append("</code><span class=\"summary\">");
            page.append(escaped(schema.getValue().path("description").asText()))
                    .append("</span></summary><div class=\"inside\">");
            var choices = schema.getValue().path("anyOf");
            if (!choices.isEmpty()) {
                page.append("<p>One of ")
                        .append(SchemaWords.type(schema.getValue()))
                        .append(".</p>");
            }
            fields(schema.getValue());
            page.append("</div></details>");
        });
        page.append("</section>");
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private static String pretty(JsonNode example) {
        return example.isTextual() ? example.textValue() : example.toPrettyString();
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    /** What stands between backticks is code. */
    static String coded(String text) {
        return escaped(text).replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
