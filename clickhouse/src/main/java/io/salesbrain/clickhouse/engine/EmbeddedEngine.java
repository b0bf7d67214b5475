package io.salesbrain.clickhouse.engine;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded ClickHouse engine: a child process with the native library, restarted when it dies, on an address that stays.
 *
 * <p>It lives in a process of its own because a fault in native code ends the process it happens in, and because the library
 * changes the signal handling of its process.
 */
public final class EmbeddedEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STEADY_AFTER = Duration.ofSeconds(60);
    private static final int START_ATTEMPTS = 4;

    private final EngineConfig config;
    private final Path settingsFile;
    private final String password = newPassword();
    private final AtomicInteger restarts = new AtomicInteger();
    private final EngineEndpoint endpoint;
    private final Thread watch;
    private volatile EngineProcess process;
    private volatile boolean up = true;
    private volatile boolean closing;

    private EmbeddedEngine(EngineConfig config) throws InterruptedException {
        this.config = config;
        this.settingsFile = EngineSettingsFile.write(config);
        LOG.info("ClickHouse engine: opening {} ...", config.dataFolder());
        long started = System.nanoTime();
        process = EngineProcess.start(config, settingsFile, config.port(), password);
        int port = firstPort();
        endpoint = new EngineEndpoint(URI.create("http://127.0.0.1:" + port), "default", password);
        LOG.info(
                "ClickHouse engine: ready on port {} after {} ms (process {}).",
                port,
                (System.nanoTime() - started) / 1_000_000,
                process.pid());
        watch = Thread.ofPlatform().daemon().name("clickhouse-engine-watch").unstarted(this::watch);
    }

    /** Starts the engine and returns when its endpoint answers. */
    public static EmbeddedEngine start(EngineConfig config) {
        try {
            EmbeddedEngine engine = new EmbeddedEngine(config);
            engine.watch.start();
            return engine;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Starting the engine was interrupted.", e);
        }
    }

    /** Where to reach it. */
    public EngineEndpoint endpoint() {
        return endpoint;
    }

    /** How often the process had to be started again. */
    public int restarts() {
        return restarts.get();
    }

    /** Whether the process is there and its endpoint was up at the last look. */
    public boolean isHealthy() {
        return up && process.isAlive();
    }

    /** The id of the engine's process, which changes with a restart. */
    public long processId() {
        return process.pid();
    }

    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        try {
            watch.join(config.startTimeout());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.stop();
    }

    /** The engine of a parent that has just died may still be closing the same folder: a few attempts cover that. */
    private int firstPort() throws InterruptedException {
        try {
            return tryFirstPort();
        } catch (InterruptedException e) {
            process.kill();
            throw e;
        }
    }

    private int tryFirstPort() throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; true; attempt++) {
            try {
                return process.awaitPort(config.startTimeout());
            } catch (EngineException e) {
                if (attempt == START_ATTEMPTS || process.isAlive()) {
                    throw e;
                }
                LOG.warn("{} Trying again in {} ms.", e.getMessage(), pause.toMillis());
                Thread.sleep(pause);
                pause = longer(pause);
                process = EngineProcess.start(config, settingsFile, config.port(), password);
            }
        }
    }

    private void watch() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!closing) {
                long started = System.nanoTime();
                int code = process.exitCode();
                up = false;
                if (closing) {
                    return;
                }
                pause = System.nanoTime() - started > STEADY_AFTER.toNanos() ? FIRST_PAUSE : pause;
                LOG.error(
                        "The ClickHouse engine ended with code {}; starting it again in {} ms.",
                        code,
                        pause.toMillis());
                Thread.sleep(pause);
                pause = longer(pause);
                restart();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() throws InterruptedException {
        restarts.incrementAndGet();
        try {
            process = EngineProcess.start(config, settingsFile, endpoint.url().getPort(), password);
            process.awaitPort(config.startTimeout());
            up = true;
            LOG.info("ClickHouse engine: ready again (process {}).", process.pid());
        } catch (EngineException e) {
            LOG.error("{}", e.getMessage());
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static String newPassword() {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
