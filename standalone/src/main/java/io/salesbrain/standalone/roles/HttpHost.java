package io.salesbrain.standalone.roles;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The one HTTP server of a process; the roles register their routes on it. */
public final class HttpHost implements AutoCloseable {
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
            config.jetty.threadPool =
                    new QueuedThreadPool(MAX_THREADS, MIN_THREADS, Math.toIntExact(IDLE.toMillis()));
            routes.forEach(route -> route.accept(config));
        });
        try {
            server.start(address, port);
        } catch (RuntimeException e) {
            server.stop();
            if (isBind(e)) {
                throw new RoleException(
                        "Port " + port + " on " + address + " is taken; choose another one with --port.", e);
            }
            throw e;
        }
        return new HttpHost(server);
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
