package io.salesbrain.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka of one node (KRaft, broker and controller in one) inside this process, on the loopback address only. What it
 * acknowledged is on the disk; a folder it once wrote can be opened again and again, on any port.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final int MAX_ATTEMPTS = 5;

    private final DataFolder folder;
    private final KafkaRaftServer server;
    private final int port;
    private final String clusterId;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(DataFolder folder, KafkaRaftServer server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.clusterId = folder.clusterId();
    }

    /**
     * Starts the broker and returns when clients can connect.
     *
     * @param folder where the log lies; created and formatted when new
     * @param port to listen on; 0 picks a free one
     */
    public static EmbeddedKafka start(Path folder, int port) {
        if (port < 0 || port > 65_535) {
            throw new BrokerException("Kafka's port lies in 0..65535, not " + port + ".");
        }
        if (port > 0) {
            requireFree(port);
        }
        var opened = DataFolder.open(folder);
        try {
            return startOn(opened, port);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Someone else may take a free port between our finding it and Kafka's binding it; then another one is found. */
    private static EmbeddedKafka startOn(DataFolder folder, int port) {
        for (int attempt = 1; ; attempt++) {
            int chosen = port > 0 ? port : freePort();
            int controllerPort = freePort();
            try {
                return new EmbeddedKafka(folder, started(folder.path(), chosen, controllerPort), chosen);
            } catch (BrokerException e) {
                if (attempt == MAX_ATTEMPTS || (isFree(chosen) && isFree(controllerPort))) {
                    throw e;
                }
                LOG.info("a port was taken in the meantime, trying others");
            }
        }
    }

    private static KafkaRaftServer started(Path path, int port, int controllerPort) {
        var settings = BrokerSettings.of(path, port, controllerPort);
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (Exception e) { // Scala throws checked exceptions without declaring them.
            stop(server);
            throw new BrokerException("Kafka cannot start in " + path + " on port " + port + ": " + rootMessage(e), e);
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    private static String rootMessage(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static void requireFree(int port) {
        if (!isFree(port)) {
            throw new BrokerException("Port " + port + " on " + BrokerSettings.HOST
                    + " is taken by another process; choose another port for Kafka, or 0 for any free one.");
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            bind(socket, port);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket()) {
            bind(socket, 0);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerException("No free port can be opened on " + BrokerSettings.HOST + ": " + e, e);
        }
    }

    private static void bind(ServerSocket socket, int port) throws IOException {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** What clients connect to, {@code host:port}. */
    public String bootstrapServers() {
        return BrokerSettings.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    /** Given to the folder when it was formatted; the same for as long as the folder lives. */
    public String clusterId() {
        return clusterId;
    }

    /** Stops cleanly; safe to call twice. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stop(server);
            folder.close();
        }
    }
}
