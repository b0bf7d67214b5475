package io.salesbrain.instantly.sync;

import io.salesbrain.events.InstantlyConnection;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.instantly.client.InstantlyClient;
import io.salesbrain.instantly.client.InstantlyException;
import io.salesbrain.instantly.client.WebhookEvent;
import io.salesbrain.instantly.connection.ConnectionStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings a webhook back that Instantly has disabled, and fetches what it could not deliver. The order matters: first
 * the webhook, so that what happens from then on is delivered, then the past.
 */
final class Repair {
    private static final String MARK = "webhook-events";
    /** Instantly's list may lag, and its clock is not ours. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** Registers our webhook again where it was deleted. */
    interface Reconnect {
        ConnectionStatus of(InstantlyConnection connection) throws InterruptedException;
    }

    private final MirrorBook mirror;
    private final Inlet inlet;
    private final Reconnect reconnect;
    private final Clock clock;

    Repair(MirrorBook mirror, Inlet inlet, Reconnect reconnect, Clock clock) {
        this.mirror = mirror;
        this.inlet = inlet;
        this.reconnect = reconnect;
        this.clock = clock;
    }

    void run(InstantlyConnection connection, InstantlyClient client, SyncReport report) throws InterruptedException {
        report.repair().put("webhook", webhook(connection, client));
        fetchMissed(connection, client, report.repair());
    }

    private String webhook(InstantlyConnection connection, InstantlyClient client) throws InterruptedException {
        var id = connection.webhookId();
        if (id == null) {
            return "none";
        }
        try {
            var webhook = client.webhooks().get(id);
            if (!webhook.isDisabled()) {
                return "active";
            }
            client.webhooks().resume(id);
            return webhook.failedAt()
                    .map(at -> "resumed, it was disabled since " + at)
                    .orElse("resumed, it was disabled");
        } catch (InstantlyException.NotFound e) {
            var status = reconnect.of(connection);
            return status.missing().isEmpty()
                    ? "registered again, it was deleted"
                    : status.missing().getFirst();
        }
    }

    private void fetchMissed(InstantlyConnection connection, InstantlyClient client, Map<String, Object> report)
            throws InterruptedException {
        var owner = connection.organizationId();
        var startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var since = mirror.mark(owner, MARK).map(mark -> mark.minus(OVERLAP));
        var seen = new AtomicLong();
        var chunks = new Chunks(inlet, owner, Set.of());
        client.webhooks()
                .events(
                        Optional.of(false),
                        since.map(at -> at.atZone(ZoneOffset.UTC).toLocalDate()))
                .read(page -> {
                    seen.addAndGet(page.size());
                    for (var event : page) {
                        if (isMissed(event)
                                && isAfter(event, since)
                                && chunks.add(event.payload().toString())) {
                            chunks.flush();
                        }
                    }
                    return true;
                });
        chunks.flush();
        mirror.put(List.of(new InstantlyMirror.Mark(owner, MARK, startedAt)));
        report.put("failed_deliveries_seen", seen.get());
        report.put("events_fetched", chunks.taken());
    }

    private static boolean isMissed(WebhookEvent event) {
        return !event.success()
                && !event.retried().orElse(false)
                && event.payload().isObject()
                && !event.payload().isEmpty();
    }

    private static boolean isAfter(WebhookEvent event, Optional<Instant> since) {
        return event.createdAt().isEmpty()
                || since.isEmpty()
                || event.createdAt().get().isAfter(since.get());
    }
}
