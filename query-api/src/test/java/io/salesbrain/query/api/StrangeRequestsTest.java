package io.salesbrain.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Requests made from the description, right ones and broken ones, by seed: whatever comes in, the answer is one that is described,
 * it fits its schema, and nothing of our insides goes wrong.
 */
final class StrangeRequestsTest {
    private static final int PER_OPERATION = Integer.getInteger("strange.requests", 20);
    private static final int MOST_FAULTS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Sample SAMPLE = Sample.shared();

    @Test
    void areAnsweredAsDescribed() throws Exception {
        long seed = Long.getLong("strange.seed", System.nanoTime());
        System.out.println("strange.seed=" + seed);
        var random = new Random(seed);
        var strange = new Strange(random);
        var faults = new ArrayList<String>();
        var statuses = new TreeMap<Integer, Integer>();
        var end = System.nanoTime() + LONGEST.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < PER_OPERATION && faults.size() < MOST_FAULTS && System.nanoTime() < end; i++) {
                for (var route : SAMPLE.routes) {
                    // The receiver has a fuzzer of its own; a live answer has no end.
                    if (route.door() != Door.WEBHOOK && !route.path().equals("/api/live")) {
                        var request = request(strange, random, route);
                        var answer = send(client, request);
                        statuses.merge(answer.statusCode(), 1, Integer::sum);
                        check(route, request, answer, faults);
                    }
                }
            }
        }
        System.out.println("answers by status: " + statuses);
        assertThat(faults).as("with -Dstrange.seed=" + seed).isEmpty();
        assertThat(statuses).containsKeys(200, 400, 401, 403, 404, 422);
    }

    /** A kept connection may be closed by the other end while a request is on its way: that is no answer yet. */
    private static HttpResponse<String> send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            System.out.println("sent again, because of " + e.getMessage() + ": " + request);
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpRequest request(Strange strange, Random random, Route route) {
        var request = HttpRequest.newBuilder(Sample.SERVER.uri(target(strange, random, route)))
                .timeout(Duration.ofSeconds(60));
        var key = random.nextInt(12) == 0 ? strange.key(SAMPLE) : SAMPLE.key(route.door());
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        var operation = SAMPLE.document.operation(route);
        if (operation.has("requestBody")) {
            var contents =
                    operation.at("/requestBody/content").properties().stream().toList();
            var content = contents.get(random.nextInt(contents.size()));
            request.header("Content-Type", random.nextInt(10) == 0 ? strange.mediaType() : content.getKey());
            var body = strange.body(SAMPLE.document.json, content.getValue());
            return request.method(route.method(), HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
        }
        return request.method(route.method(), HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static String target(Strange strange, Random random, Route route) {
        var path = route.path();
        var query = new ArrayList<String>();
        for (var parameter : Requests.parameters(route)) {
            if (parameter.in() == Parameter.In.PATH) {
                var value = random.nextInt(3) > 0 ? String.valueOf(parameter.example()) : strange.segment();
                path = path.replace("{" + parameter.name() + "}", Strange.encoded(value));
            } else if (parameter.in() == Parameter.In.QUERY && random.nextInt(3) == 0) {
                query.add(parameter.name() + "=" + Strange.encoded(strange.value(parameter)));
            }
        }
        if (random.nextInt(20) == 0) {
            query.add("nobody_asked=" + Strange.encoded(strange.text()));
        }
        return SAMPLE.real(path) + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static void check(Route route, HttpRequest request, HttpResponse<String> answer, List<String> faults) {
        int status = answer.statusCode();
        var contentType = answer.headers().firstValue("Content-Type").orElse("");
        var found = new ArrayList<>(SAMPLE.document.faults(route, status, contentType, answer.body()));
        // Nobody is at the other end of the line to Instantly.
        boolean mayBeAway = status == 503 && route.operation().tag() == Tag.INSTANTLY;
        if (status >= 500 && !mayBeAway) {
            found.add("that is our fault: " + answer.body());
        }
        found.forEach(fault -> faults.add(request.method() + " " + request.uri() + " " + status + ": " + fault));
    }
}
