package io.salesbrain.benchmarks.api;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** Requests at a steady rate, whether the earlier ones are answered or not. */
final class Steady {
    private final HttpClient client;

    Steady(HttpClient client) {
        this.client = client;
    }

    /** @param nanos from when it was due until it was answered, so that waiting for a connection is not left out */
    record Answered(String path, int status, long nanos) {}

    /** What became of each, in the order they were due; an answer that does not come at all fails the run. */
    List<Answered> run(double perSecond, Duration duration, LongFunction<HttpRequest> request) {
        long number = Math.round(perSecond * duration.toNanos() / 1e9);
        long startNanos = System.nanoTime();
        var answers = new ArrayList<CompletableFuture<Answered>>();
        for (long i = 0; i < number; i++) {
            long dueNanos = startNanos + Math.round(i * 1e9 / perSecond);
            awaitNanos(dueNanos);
            var sent = request.apply(i);
            answers.add(client.sendAsync(sent, HttpResponse.BodyHandlers.ofByteArray())
                    .thenApply(answer ->
                            new Answered(sent.uri().getPath(), answer.statusCode(), System.nanoTime() - dueNanos)));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static void awaitNanos(long dueNanos) {
        for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** The share-quantile in ms; 0 for nothing. */
    static double millis(List<Answered> answers, double share) {
        var sorted = answers.stream().mapToLong(Answered::nanos).sorted().toArray();
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }
}
