package io.salesbrain.standalone.roles;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one HTTP server of a process; the roles register their routes on it. */
public final class HttpHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpHost.class);

    /** More than there are places for webhooks, so that the other routes are served while those are taken. */
    private static final int MAX_THREADS = 280;

    private static final int MIN_THREADS = 4;
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** For answers that are ready and being written; streams without end are not worth waiting for. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    private final Javalin server;

    private HttpHost(Javalin server) {
        this.server = server;
    }

    /** @throws RoleException when the port is taken */
    public static HttpHost start(HttpSettings settings, List<Consumer<JavalinConfig>> routes) {
        var slowHeaders = new SlowHeaders(settings.headerPatience());
        var server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, Math.toIntExact(IDLE.toMillis()));
            config.jetty.modifyServer(jetty -> {
                jetty.addBean(new NetworkConnectionLimit(settings.maxConnections(), jetty));
                jetty.setHandler(new GracefulHandler(slowHeaders));
                jetty.setStopTimeout(STOP_PATIENCE.toMillis());
            });
            config.jetty.addConnector((jetty, http) -> connector(jetty, http, settings, slowHeaders));
            routes.forEach(route -> route.accept(config));
        });
        try {
            server.start();
        } catch (RuntimeException e) {
            server.stop();
            if (isBind(e)) {
                throw taken(settings, e);
            }
            throw e;
        }
        return new HttpHost(server);
    }

    private static ServerConnector connector(
            Server jetty, HttpConfiguration http, HttpSettings settings, SlowHeaders slowHeaders) {
        http.setSendServerVersion(false);
        var connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.addBean(slowHeaders);
        return connector;
    }

    /** Says so before anything else is started when the port is taken. */
    static void requireFree(HttpSettings settings) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw taken(settings, e);
        }
    }

    private static RoleException taken(HttpSettings settings, Exception cause) {
        return new RoleException(
                "Port " + settings.port() + " on " + settings.host() + " cannot be used (" + cause.getMessage()
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
        try {
            server.stop();
        } catch (RuntimeException e) {
            // Everything is stopped all the same.
            if (!isTimeout(e)) {
                throw e;
            }
            LOG.info("requests that were still open after {} s were cut off", STOP_PATIENCE.toSeconds());
        }
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException || (failure.getCause() != null && isTimeout(failure.getCause()));
    }
}
