package io.salesbrain.tenancy;

import io.salesbrain.events.CredentialUse;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries between processes when credentials were last used: what this one noted goes into the log, at most once a
 * minute for each credential and once more at the end; what others noted goes into the directory. All of it happens on
 * threads of its own; a request never waits for it. A process that is killed loses up to a minute of it.
 */
public final class CredentialUses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialUses.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CredentialBook credentials;
    private final LogWriter log;
    private final Clock clock;
    private final Duration lookEvery;
    private final TopicFollower<String, CredentialUse> follower;
    private final Thread thread;
    private volatile boolean closed;
    private boolean failing;

    private CredentialUses(LogConfig config, LogWriter log, Directory directory, Clock clock, Duration lookEvery) {
        this.credentials = directory.credentialBook();
        this.log = log;
        this.clock = clock;
        this.lookEvery = lookEvery;
        this.follower = TopicFollower.fromStart(config, Topics.CREDENTIAL_USES, (_, _, credentialId, use) -> {
            if (use == null) {
                credentials.forgetLogged(credentialId);
            } else {
                credentials.noteLogged(use);
            }
        });
        this.thread = new Thread(this::carry, "credential-uses");
        thread.setDaemon(true);
    }

    /** The topic exists. Close it before the writer and the directory. */
    public static CredentialUses start(LogConfig config, LogWriter log, Directory directory) {
        return start(config, log, directory, Clock.systemUTC(), LOOK_EVERY);
    }

    static CredentialUses start(LogConfig config, LogWriter log, Directory directory, Clock clock, Duration lookEvery) {
        var uses = new CredentialUses(config, log, directory, clock, lookEvery);
        uses.thread.start();
        return uses;
    }

    void awaitReady(Duration patience) throws InterruptedException {
        follower.awaitCaughtUp(patience);
    }

    private void carry() {
        while (!closed) {
            // What is not yet read of earlier processes' notes would be written again.
            if (follower.isCaughtUp()) {
                write(PAUSE);
            }
            LockSupport.parkNanos(lookEvery.toNanos());
        }
    }

    private void write(Duration pause) {
        var underWay = new ArrayList<CompletableFuture<?>>();
        try {
            for (var use : credentials.unlogged(clock.instant(), pause)) {
                var append = log.append(Topics.CREDENTIAL_USES, use.credentialId(), use)
                        .thenRun(() -> credentials.noteLogged(use));
                underWay.add(append);
                if (append.isCompletedExceptionally()) {
                    // The log cannot be reached, and each attempt may wait for it.
                    break;
                }
            }
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            failing = false;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            if (!failing) {
                LOG.warn("when credentials were last used could not be written, it is tried again: {}", e.toString());
            }
            failing = true;
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(PATIENCE.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write(Duration.ZERO);
        follower.close();
    }
}
