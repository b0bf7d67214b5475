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
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections on which the head of a request trickles in. The server's idle timeout does not: a byte now and then
 * is not idle. It looks at the connections once in a while, so that it costs requests next to nothing.
 */
final class SlowHeaders extends Handler.Wrapper implements Connection.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(SlowHeaders.class);
    private static final byte[] TIMEOUT =
            "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final Duration patience;
    private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slow-headers").factory());

    /** What is known of a connection: whether a request is being handled, and since when bytes of a next one came. */
    private static final class Seen {
        private boolean handling;
        private long bytesBefore;
        private boolean partial;
        private long partialSinceNanos;

        synchronized void headIsIn() {
            handling = true;
            partial = false;
        }

        synchronized void requestIsDone(long bytesIn) {
            handling = false;
            bytesBefore = bytesIn;
        }

        synchronized boolean isOverdue(long bytesIn, long nowNanos, Duration patience) {
            if (handling || bytesIn == bytesBefore) {
                return false;
            }
            if (!partial) {
                partial = true;
                partialSinceNanos = nowNanos;
            }
            return nowNanos - partialSinceNanos > patience.toNanos();
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

    /** The server calls this when it has read a head. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var connection = request.getConnectionMetaData().getConnection();
        var seen = connections.get(connection);
        if (seen != null) {
            seen.headIsIn();
            Request.addCompletionListener(request, _ -> seen.requestIsDone(connection.getBytesIn()));
        }
        return super.handle(request, response, callback);
    }

    private void look() {
        long nowNanos = System.nanoTime();
        connections.forEach((connection, seen) -> {
            if (seen.isOverdue(connection.getBytesIn(), nowNanos, patience)) {
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
    protected void doStop() throws Exception {
        watch.shutdownNow();
        super.doStop();
    }
}
