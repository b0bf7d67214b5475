package io.salesbrain.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a page of the tests' own in the place of the real one. */
final class DashboardTest {
    private static final Javalin SERVER = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        Headers.register(config.routes);
        Answers.registerErrors(config.routes);
        Dashboard.register(config);
    });

    @BeforeAll
    static void start() {
        SERVER.start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    private static HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path))
                    .header("Accept", accept)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/leads/ada@example.com", "/money"})
    void everyScreenIsThePage(String path) throws IOException, InterruptedException {
        var answer = get(path, "text/html,*/*");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("A page for tests");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void whatIsNamedByItsContentIsKeptForEver() throws IOException, InterruptedException {
        var answer = get("/assets/app-1a2b.js", "*/*");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/leads", "/assets/gone.js", "/webhooks/instantly"})
    void whatIsNoScreenIsNotThere(String path) throws IOException, InterruptedException {
        var answer = get(path, "text/html,*/*");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"not_found\"");
    }
}
