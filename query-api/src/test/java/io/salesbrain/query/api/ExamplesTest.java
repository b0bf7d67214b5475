package io.salesbrain.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.ApiServer;
import io.salesbrain.query.inbox.Outbox;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every example of the description is sent, and what comes back is what is described. */
final class ExamplesTest {
    private static final String COMMAND = "./salesbrain test -pl query-api -am -Dtest=ExamplesTest,ApiPagesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dapi.write=true";

    private static final Path FILE = Path.of(
            System.getProperty("salesbrain.home", ".."),
            "query-api/src/main/resources/io/salesbrain/query/api",
            Examples.FILE);

    /** What is made is there to be seen, and to be taken away in the end. */
    private static final List<String> ORDER = List.of("POST", "PUT", "GET", "DELETE");

    private static final int FIRST_ERROR = 400;
    private static final int MOST_ITEMS = 2;
    private static final int LONGEST = 300;
    private static final Set<String> SECRETS = Set.of("api_key", "webhook_secret", "secret");
    private static final Sample SAMPLE = Sample.shared();

    /** Takes answers as Instantly does; nothing leaves this machine. */
    private static final Outbox TAKES_ALL = new Outbox() {
        @Override
        public boolean canSend(OrganizationId organization) {
            return true;
        }

        @Override
        public String send(OrganizationId organization, Draft draft) {
            return "message-1";
        }
    };

    @BeforeAll
    static void connect() {
        Sample.SERVER.app().answerThrough(TAKES_ALL);
    }

    @AfterAll
    static void disconnect() {
        Sample.SERVER.app().answerThrough(Outbox.NONE);
    }

    @Test
    void eachIsAnsweredAsDescribed() throws Exception {
        var answers = Json.MAPPER.createObjectNode();
        var faults = new ArrayList<String>();
        try (var client = HttpClient.newHttpClient()) {
            for (var route : SAMPLE.routes.stream()
                    .sorted(Comparator.comparingInt(route -> ORDER.indexOf(route.method())))
                    .toList()) {
                // The receiver is another module; its own tests send what is in its example.
                if (route.door() != Door.WEBHOOK) {
                    send(client, route, answers, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
        if (Boolean.getBoolean("api.write")) {
            Files.writeString(FILE, answers.toPrettyString() + "\n");
        }
    }

    @Test
    void thoseThatAreShownFitTheDescription() {
        var shown = Examples.read();

        assertThat(SAMPLE.routes)
                .allSatisfy(route -> shown.of(route)
                        .ifPresent(example -> assertThat(SAMPLE.document.faults(
                                        route,
                                        route.success().status(),
                                        String.valueOf(route.success().mediaType()),
                                        example.toString()))
                                .as(route + "; to write them anew: " + COMMAND)
                                .isEmpty()));
        assertThat(SAMPLE.routes.stream()
                        .filter(route -> route.operation().tag() != Tag.INSTANTLY
                                && route.door() != Door.WEBHOOK
                                && Content.JSON.equals(route.success().mediaType())
                                && route.success().shape() != null)
                        .map(Route::toString))
                .as("routes with an example; to write them anew: " + COMMAND)
                .containsExactlyInAnyOrderElementsOf(() -> shown.answers().fieldNames());
    }

    private static void send(HttpClient client, Route route, ObjectNode answers, List<String> faults) throws Exception {
        var bodies = new ArrayList<>(route.operation().bodies());
        if (bodies.isEmpty()) {
            bodies.add(new Content("", null, ""));
        }
        for (var body : bodies) {
            var request = HttpRequest.newBuilder(Sample.SERVER.uri(SAMPLE.real(Requests.target(route))))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Bearer " + SAMPLE.key(route.door()))
                    .method(route.method(), HttpRequest.BodyPublishers.ofString(body.example()));
            if (!body.mediaType().isEmpty()) {
                request.header("Content-Type", body.mediaType());
            }
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            var contentType = answer.headers().firstValue("Content-Type").orElse("");
            try (var in = answer.body()) {
                // That one has no end.
                var text = contentType.startsWith("text/event-stream")
                        ? ""
                        : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                check(route, answer.statusCode(), contentType, text, faults);
                if (body.equals(bodies.getFirst())
                        && answer.statusCode() < FIRST_ERROR
                        && route.operation().tag() != Tag.INSTANTLY
                        && route.success().shape() != null) {
                    answers.set(route.toString(), shown(ApiServer.read(text)));
                }
            }
        }
    }

    private static void check(Route route, int status, String contentType, String text, List<String> faults) {
        SAMPLE.document
                .faults(route, status, contentType, text)
                .forEach(fault -> faults.add(route + " " + status + ": " + fault));
        // Without a workspace at Instantly its routes can only say so.
        if (status >= FIRST_ERROR && route.operation().tag() != Tag.INSTANTLY) {
            faults.add(route + " answered " + status + ": " + text);
        }
    }

    /** Short, and without what opens something. */
    private static JsonNode shown(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            for (var field : List.copyOf(object.properties())) {
                object.set(
                        field.getKey(),
                        SECRETS.contains(field.getKey()) && field.getValue().isTextual()
                                ? TextNode.valueOf(field.getValue().asText().replaceAll("_.*", "_\u2026"))
                                : shown(field.getValue()));
            }
        }
        if (answer instanceof ArrayNode array) {
            while (array.size() > MOST_ITEMS) {
                array.remove(array.size() - 1);
            }
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shown(array.get(i)));
            }
        }
        return answer.isTextual() && answer.asText().length() > LONGEST
                ? TextNode.valueOf(answer.asText().substring(0, LONGEST))
                : answer;
    }
}
