package io.salesbrain.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A {@code demo} or {@code run} started through the launcher, as a user does, and measured from outside. */
public final class Installation implements AutoCloseable {
    public static final String ADMIN_KEY = "benchmark-admin-key-0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Thread drain;
    private final int port;
    private final Duration readyAfter;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Installation(Process process, Thread drain, int port, long startedNanos) throws IOException {
        this.process = process;
        this.drain = drain;
        this.port = port;
        this.readyAfter = awaitReady(startedNanos);
    }

    /** Starts it and waits until /ready says so. */
    public static Installation start(String... arguments) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("salesbrain.home"), "salesbrain").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--port", Integer.toString(port)));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SALESBRAIN_ADMIN_KEY", ADMIN_KEY);
        long startedNanos = System.nanoTime();
        var process = builder.start();
        var drain = new Thread(() -> drain(process), "output");
        drain.setDaemon(true);
        drain.start();
        return new Installation(process, drain, port, startedNanos);
    }

    private static void drain(Process process) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.contains("ERROR")).forEach(System.err::println);
        } catch (IOException e) {
            System.err.println("its output ended: " + e.getMessage());
        }
    }

    private Duration awaitReady(long startedNanos) throws IOException {
        while (true) {
            if (!process.isAlive()) {
                throw new IOException("the installation ended before it was ready");
            }
            if (status("/ready") == 200) {
                return Duration.ofNanos(System.nanoTime() - startedNanos);
            }
            if (System.nanoTime() - startedNanos > START_PATIENCE.toNanos()) {
                process.destroy();
                throw new IOException("not ready after " + START_PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private int status(String path) {
        try {
            return send(request(path, ADMIN_KEY).GET()).statusCode();
        } catch (IOException e) {
            // Nobody listens there yet.
            return 0;
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Duration readyAfter() {
        return readyAfter;
    }

    public JsonNode get(String path, String key) throws IOException {
        return JSON.readTree(send(request(path, key).GET()).body());
    }

    public JsonNode post(String path, String key, String body) throws IOException {
        var response = send(request(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (response.statusCode() >= 300) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Resident memory of the process and all it started, in MiB, as the kernel counts it. */
    public long residentMib() throws IOException {
        long kib = 0;
        for (var handle : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()) {
            var status = Path.of("/proc", Long.toString(handle.pid()), "status");
            if (Files.exists(status)) {
                kib += Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            }
        }
        return kib / 1024;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            drain.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
