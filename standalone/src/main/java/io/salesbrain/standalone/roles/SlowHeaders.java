package io.salesbrain.standalone.roles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections on which the head of a request trickles in. The server's idle timeout does not: a byte now and then
 * is not idle. It looks at the connections' own counters once in a while, so that it costs requests nothing.
 */
final class SlowHeaders implements Connection.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlowHeaders.class);
    private static final byte[] TIMEOUT =
            "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    /** The server refuses longer ones by itself. */
    private static final int LONGEST_HEAD_BYTES = 8 << 10;

    private final Duration patience;
    private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slow-headers").factory());

    /** What the last look at a connection found; used by the watching thread only. */
    private static final class Seen {
        private long requests;
        private long bytesAtRest;
        private long partialSinceNanos;
        private boolean partial;
        private boolean body;

        void rest(Connection connection) {
            requests = connection.getMessagesIn();
            bytesAtRest = connection.getBytesIn();
            partial = false;
            body = false;
        }
    }

    SlowHeaders(Duration patience) {
        this.patience = patience;
        long everyMs = Math.clamp(patience.toMillis() / 10, 10, 1_000);
        var _ = watch.scheduleWithFixedDelay(this::look, everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, new Seen());
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    private void look() {
        long nowNanos = System.nanoTime();
        connections.forEach((connection, seen) -> {
            boolean underWay = connection.getMessagesIn() > connection.getMessagesOut();
            if (underWay || connection.getMessagesIn() != seen.requests) {
                seen.rest(connection);
            } else if (seen.body || connection.getBytesIn() - seen.bytesAtRest > LONGEST_HEAD_BYTES) {
                // A request whose body is still coming is not counted as in yet; but no head is that long.
                seen.body = true;
            } else if (connection.getBytesIn() > seen.bytesAtRest && !seen.partial) {
                seen.partial = true;
                seen.partialSinceNanos = nowNanos;
            } else if (seen.partial && nowNanos - seen.partialSinceNanos > patience.toNanos()) {
                connections.remove(connection);
                end(connection);
            }
        });
    }

    private static void end(Connection connection) {
        var endPoint = connection.getEndPoint();
        LOG.debug("{} took too long over the head of its request", endPoint.getRemoteSocketAddress());
        endPoint.write(Callback.from(endPoint::close), ByteBuffer.wrap(TIMEOUT));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
