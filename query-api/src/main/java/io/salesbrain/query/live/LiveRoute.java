package io.salesbrain.query.live;

import io.javalin.http.Context;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.ApiException;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events of one organization, each watcher on a virtual thread. A watcher that comes back with
 * Last-Event-ID gets what it missed as far as it is remembered; one that reads slower than things happen is told how
 * much it missed; one that does not read at all is cut off by the server's idle timeout, and one whose key has ended at
 * the next heartbeat.
 */
public final class LiveRoute implements AutoCloseable {
    public static final Operation WATCH = Operation.says(Tag.LIVE, "What happens, as it happens: server-sent events.")
            .more(
                    "Names of events: activity (anything), reply, hot_lead, follow_up_due, alert, rule_action, and missed for a watcher that"
                            + " reads slower than things happen. The data of each is one line of JSON. The answer has no end of its own.")
            .with(
                    Parameter.whole("recent", "How many events from before are told first.", 0, 100, 0),
                    Parameter.header("Last-Event-ID", "The id of the last event that was seen; goes on behind it."))
            .answersText("text/event-stream", "Events, until the caller leaves or the key ends.")
            .fails(429, "There are too many watchers already.");

    private static final Logger LOG = LoggerFactory.getLogger(LiveRoute.class);
    private static final byte[] HEARTBEAT = bytes(": still here\n\n");
    private static final int MAX_RECENT = 100;
    private static final byte[] GREETING = bytes("retry: 2000\n\n");

    private final LiveHub hub;
    private final int maxWatchers;
    private final Duration heartbeat;
    /** Numbers start anew with each process; this tells the watchers' old numbers apart. */
    private final String era;

    private final AtomicInteger watchers = new AtomicInteger();
    private volatile boolean closed;

    public LiveRoute(LiveHub hub, int maxWatchers, Duration heartbeat, String era) {
        this.hub = hub;
        this.maxWatchers = maxWatchers;
        this.heartbeat = heartbeat;
        this.era = era;
    }

    /** @param stillMay whether the watcher's key is still good, asked before anything is shown */
    public void watch(Context ctx, OrganizationId organization, BooleanSupplier stillMay) throws IOException {
        long recent = recent(ctx);
        if (watchers.incrementAndGet() > maxWatchers) {
            watchers.decrementAndGet();
            throw ApiException.tooMany("There are " + maxWatchers + " live watchers already.");
        }
        var channel = hub.channel(organization);
        long seen = resumeAt(ctx.header("Last-Event-ID"), channel.latest(), recent);
        var done = new CompletableFuture<Void>();
        ctx.contentType("text/event-stream;charset=utf-8");
        ctx.header("X-Accel-Buffering", "no");
        // Not Javalin's own stream: that one compresses, and holds small events back for it.
        var out = ctx.res().getOutputStream();
        ctx.future(() -> {
            Thread.ofVirtual().name("live-" + organization).start(() -> {
                serve(channel, seen, out, stillMay);
                watchers.decrementAndGet();
                done.complete(null);
            });
            return done;
        });
    }

    /** How many events from before a new watcher came it is told first, so that a fresh page is not empty. */
    private static long recent(Context ctx) {
        var asked = ctx.queryParam("recent");
        if (asked == null) {
            return 0;
        }
        if (!asked.matches("\\d{1,3}") || Integer.parseInt(asked) > MAX_RECENT) {
            throw ApiException.badParameter(
                    "recent", "recent is a number from 0 to " + MAX_RECENT + ", not " + asked + ".");
        }
        return Integer.parseInt(asked);
    }

    private long resumeAt(@Nullable String lastEventId, long latest, long recent) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return Math.max(0, latest - recent);
        }
        var parts = lastEventId.strip().split("-", 2);
        if (parts.length == 2 && parts[0].equals(era) && parts[1].matches("\\d{1,18}")) {
            return Math.min(Long.parseLong(parts[1]), latest);
        }
        // A number from before our start: all we remember is new to this watcher.
        return 0;
    }

    private void serve(LiveChannel channel, long resumeAt, ServletOutputStream out, BooleanSupplier stillMay) {
        try {
            long seen = resumeAt;
            out.write(GREETING);
            out.flush();
            while (!closed) {
                var batch = channel.await(seen, heartbeat);
                if (!stillMay.getAsBoolean()) {
                    return;
                }
                if (batch.missed() > 0) {
                    // Without a number: a watcher that comes back goes on behind what it was really given.
                    out.write(bytes("event: missed\ndata: {\"events\":" + batch.missed() + "}\n\n"));
                }
                for (var event : batch.events()) {
                    out.write(event(event.number(), event.name(), Json.write(event.data())));
                }
                if (batch.events().isEmpty()) {
                    out.write(HEARTBEAT);
                }
                out.flush();
                seen = batch.upTo();
            }
        } catch (IOException e) {
            LOG.debug("a live watcher left", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] event(long number, String name, String data) {
        return bytes("id: " + era + "-" + number + "\nevent: " + name + "\ndata: " + data + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public int watchers() {
        return watchers.get();
    }

    @Override
    public void close() {
        closed = true;
        hub.close();
    }
}
