package io.salesbrain.standalone.roles;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The one HTTP server of a process; the roles register their routes on it. */
public final class HttpHost implements AutoCloseable {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 4;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Javalin server;

    private HttpHost(Javalin server) {
        this.server = server;
    }

    /**
     * @param address to listen on, {@code 127.0.0.1} or {@code 0.0.0.0}
     * @throws RoleException when the port is taken
     */
    public static HttpHost start(String address, int port, List<Consumer<JavalinConfig>> routes) {
        var server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, Math.toIntExact(IDLE.toMillis()));
            routes.forEach(route -> route.accept(config));
        });
        try {
            server.start(address, port);
        } catch (RuntimeException e) {
            server.stop();
            if (isBind(e)) {
                throw taken(address, port, e);
            }
            throw e;
        }
        return new HttpHost(server);
    }

    /** Says so before anything else is started when the port is taken. */
    static void requireFree(String address, int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new RoleException("--port lies between 0 and " + MAX_PORT + ", not " + port + ".");
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw taken(address, port, e);
        }
    }

    private static RoleException taken(String address, int port, Exception cause) {
        return new RoleException(
                "Port " + port + " on " + address + " cannot be used (" + cause.getMessage()
                        + "); choose another one with --port.",
                cause);
    }

    private static boolean isBind(Throwable failure) {
        return failure instanceof BindException || (failure.getCause() != null && isBind(failure.getCause()));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
