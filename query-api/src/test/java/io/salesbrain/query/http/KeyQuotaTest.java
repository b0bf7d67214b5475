package io.salesbrain.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class KeyQuotaTest {
    @Test
    void whoCallsTooOftenIsToldWhenToComeAgainAndOthersAreNot() throws Exception {
        var quota = new KeyQuota(1);
        var server = Javalin.create(config -> {
                    Answers.registerErrors(config.routes);
                    config.routes.get("/{key}", ctx -> {
                        quota.count(ctx, ctx.pathParam("key"));
                        ctx.result("here");
                    });
                })
                .start("127.0.0.1", 0);
        try (var client = HttpClient.newHttpClient()) {
            for (int left = 2; left >= 0; left--) {
                var answer = get(client, server.port(), "one");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit-Limit")).contains("3");
                assertThat(answer.headers().firstValue("RateLimit-Remaining")).contains(Integer.toString(left));
            }
            var refused = get(client, server.port(), "one");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("too_many_requests");
            assertThat(get(client, server.port(), "other").statusCode()).isEqualTo(200);
        } finally {
            server.stop();
        }
    }

    @Test
    void aQuotaOfNothingIsNone() {
        assertThatThrownBy(() -> new KeyQuota(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpResponse<String> get(HttpClient client, int port, String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + key))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
