package io.salesbrain.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description is about what the server really has, and is well-formed. */
final class DescriptionTest {
    /** Files, and what a test adds. */
    private static final Set<String> NOT_DESCRIBED =
            Set.of("GET /", "GET /docs/docs.js", "GET /docs/docs.css", "GET /api/broken");

    private static final Sample SAMPLE = Sample.shared();
    private static final JsonNode DOCUMENT = SAMPLE.document.json;

    private static Stream<Map.Entry<String, JsonNode>> operations() {
        return DOCUMENT.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> Map.entry(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    @Test
    void whatIsRegisteredIsDescribedAndTheOtherWayRound() {
        var registered = Sample.SERVER.endpoints().stream()
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .filter(route -> !NOT_DESCRIBED.contains(route))
                .toList();

        assertThat(operations().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(registered.stream(), Stream.of("POST /webhooks/instantly/webhook"))
                                .toList());
    }

    @Test
    void itIsOpenApiByItsStructure() {
        assertThat(DOCUMENT.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(DOCUMENT.at("/info/title").asText()).isNotBlank();
        assertThat(DOCUMENT.at("/info/version").asText()).isNotBlank();
        var tags = DOCUMENT.path("tags").findValuesAsText("name");
        assertThat(operations()).allSatisfy(entry -> {
            var operation = entry.getValue();
            assertThat(tags).contains(operation.path("tags").get(0).asText());
            assertThat(operation.path("summary").asText()).as(entry.getKey()).endsWith(".");
            var declared = operation
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
            var inPath = Pattern.compile("\\{([^}]+)}")
                    .matcher(entry.getKey())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(declared).as(entry.getKey()).containsExactlyInAnyOrderElementsOf(inPath);
            assertThat(operation.path("responses").properties())
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.getValue().has("$ref")
                                    || answer.getValue().has("description"))
                            .isTrue());
            operation
                    .path("security")
                    .forEach(scheme -> assertThat(DOCUMENT.at("/components/securitySchemes")
                                    .has(scheme.fieldNames().next()))
                            .isTrue());
        });
        assertThat(operations()
                        .map(entry -> entry.getValue().path("operationId").asText()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-zA-Z0-9]+"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = DOCUMENT.findValuesAsText("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everySchemaIsOneAndEveryFieldSaysWhatItMeans() {
        var dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(DOCUMENT.at("/components/schemas").properties())
                .hasSizeGreaterThan(50)
                .allSatisfy(schema -> {
                    assertThat(dialect.validate(schema.getValue()))
                            .as(schema.getKey())
                            .isEmpty();
                    // One of several says what it is by those.
                    assertThat(schema.getValue().has("anyOf")
                                    || !schema.getValue()
                                            .path("description")
                                            .asText()
                                            .isBlank())
                            .as(schema.getKey())
                            .isTrue();
                    assertThat(schema.getValue().path("properties").properties())
                            .allSatisfy(field -> assertThat(
                                            field.getValue().path("description").asText())
                                    .as(schema.getKey() + "." + field.getKey())
                                    .isNotBlank());
                });
    }

    @Test
    void itHasAMarkAndIsNotSentTwice() throws IOException, InterruptedException {
        for (var path : List.of("/openapi.json", "/docs", "/docs/docs.js", "/docs/docs.css")) {
            var first = Sample.SERVER.get("", path);
            assertThat(first.statusCode()).isEqualTo(200);
            var request = HttpRequest.newBuilder(Sample.SERVER.uri(path))
                    .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                var second = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(second.statusCode()).isEqualTo(304);
                assertThat(second.body()).isEmpty();
            }
        }
    }

    @Test
    void thePageHasEveryOperationAndRunsNothingThatIsNotItsOwn() {
        var answer = Sample.SERVER.get("", "/docs");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        var page = answer.body();
        assertThat(Pattern.compile("(src|href)=\"([^\"]*)\"")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(2)))
                .allMatch(target -> target.startsWith("/") || target.startsWith("#"));
        assertThat(page).doesNotContain("style=\"", "onclick=", "<script>");
        assertThat(operations()
                        .map(entry -> entry.getValue().path("operationId").asText()))
                .allMatch(id -> page.contains("id=\"" + id + "\""));
        assertThat(DOCUMENT.at("/components/schemas").properties())
                .allMatch(schema -> page.contains("id=\"schema-" + schema.getKey() + "\""));
    }
}
