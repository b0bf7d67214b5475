package io.salesbrain.instantly.sync;

import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogException;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What was last seen at Instantly, in memory and following the log. */
public final class MirrorBook implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, InstantlyMirror> byKey = new ConcurrentHashMap<>();
    private final LogWriter log;
    private final TopicFollower<String, InstantlyMirror> follower;

    private MirrorBook(LogConfig config, LogWriter log) {
        this.log = log;
        this.follower = TopicFollower.fromStart(config, Topics.INSTANTLY_MIRROR, (_, _, key, entry) -> {
            if (entry == null) {
                byKey.remove(key);
            } else {
                byKey.put(key, entry);
            }
        });
    }

    public static MirrorBook follow(LogConfig config, LogWriter log) {
        return new MirrorBook(config, log);
    }

    /** Read to its end by whoever takes a share over. */
    public TopicFollower<?, ?> follower() {
        return follower;
    }

    public boolean isReady() {
        return follower.isCaughtUp();
    }

    Optional<InstantlyMirror> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    <T extends InstantlyMirror> List<T> all(OrganizationId organization, Class<T> kind) {
        return byKey.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(entry -> entry.organizationId().equals(organization))
                .toList();
    }

    Optional<Instant> mark(OrganizationId organization, String name) {
        return find(new InstantlyMirror.Mark(organization, name, Instant.EPOCH).key())
                .map(entry -> ((InstantlyMirror.Mark) entry).until());
    }

    /** The latest report of this name. */
    public Optional<InstantlyMirror.Report> report(OrganizationId organization, String name) {
        return find(new InstantlyMirror.Report(organization, name, Instant.EPOCH, Map.of()).key())
                .map(InstantlyMirror.Report.class::cast);
    }

    /** Keeps a report in the place of the one of the same name. */
    public void keep(InstantlyMirror.Report report) throws InterruptedException {
        put(List.of(report));
    }

    /** Forgets the oldest reports whose names begin so, but for the latest few. */
    public void forget(OrganizationId organization, String beginning, int kept) throws InterruptedException {
        remove(all(organization, InstantlyMirror.Report.class).stream()
                .filter(report -> report.name().startsWith(beginning))
                .sorted(Comparator.comparing(InstantlyMirror.Report::at).reversed())
                .skip(kept)
                .toList());
    }

    /** Returns when the log has them and the next question sees them. */
    void put(Collection<? extends InstantlyMirror> entries) throws InterruptedException {
        var underWay = new ArrayList<CompletableFuture<RecordMetadata>>();
        entries.forEach(entry -> underWay.add(log.append(Topics.INSTANTLY_MIRROR, entry.key(), entry)));
        await(underWay);
    }

    void remove(Collection<? extends InstantlyMirror> entries) throws InterruptedException {
        var underWay = new ArrayList<CompletableFuture<RecordMetadata>>();
        entries.forEach(entry -> underWay.add(log.append(Topics.INSTANTLY_MIRROR, entry.key(), null)));
        await(underWay);
    }

    private void await(List<CompletableFuture<RecordMetadata>> underWay) throws InterruptedException {
        try {
            for (var append : underWay) {
                append.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            if (!underWay.isEmpty()) {
                var last = underWay.getLast().get();
                follower.awaitOffset(last.partition(), last.offset(), PATIENCE);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new LogException("the log did not take what was seen at Instantly", e);
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
