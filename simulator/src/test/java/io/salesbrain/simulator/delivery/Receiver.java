package io.salesbrain.simulator.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** A real server that writes down what arrives and answers as told: request number to status, or not at all. */
public final class Receiver implements AutoCloseable {
    /** Instead of a status: the connection ends without an answer. */
    public static final int DROP = -1;
    /** Instead of a status: no answer until the receiver is closed. */
    public static final int HANG = -2;

    public record Received(Instant at, String body, Map<String, List<String>> headers) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final IntUnaryOperator statusOf;
    private final HttpServer server;
    private int requests;

    public Receiver(IntUnaryOperator statusOf) {
        this.statusOf = statusOf;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/hook", this::take);
        server.start();
    }

    public static Receiver accepting() {
        return new Receiver(request -> 202);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<String> bodies() {
        return received.stream().map(Received::body).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = statusOf.applyAsInt(next());
            if (status == HANG) {
                awaitClose();
            }
            if (status < 0) {
                return;
            }
            if (status < 300) {
                received.add(new Received(Instant.now(), body, Map.copyOf(exchange.getRequestHeaders())));
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many requests came, answered or not. */
    public synchronized int requests() {
        return requests;
    }

    private synchronized int next() {
        return ++requests;
    }
}
