package io.salesbrain.simulator.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one body to its target, once. */
final class Postman implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** What Instantly's requests carry. */
    private static final String USER_AGENT = "axios/0.21.4";

    private final HttpClient http;

    Postman(Executor threads) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads)
                .build();
    }

    Answer post(Target target, byte[] body, Duration timeout) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", USER_AGENT)
                .POST(BodyPublishers.ofByteArray(body));
        target.headers().forEach(request::setHeader);
        long start = System.nanoTime();
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return Answer.status(status, since(start));
        } catch (IOException e) {
            LOG.debug("The webhook target {} did not take an event.", target.url(), e);
            return unanswered(e, target.url(), timeout, since(start));
        }
    }

    private static Answer unanswered(IOException failure, URI url, Duration timeout, Duration took) {
        return switch (failure) {
            case HttpConnectTimeoutException e -> Answer.unreachable("connect ETIMEDOUT " + place(url), took);
            case ConnectException e -> Answer.unreachable("connect ECONNREFUSED " + place(url), took);
            case HttpTimeoutException e -> Answer.none("timeout of " + timeout.toMillis() + "ms exceeded", took);
            default -> Answer.none("socket hang up", took);
        };
    }

    private static String place(URI url) {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
