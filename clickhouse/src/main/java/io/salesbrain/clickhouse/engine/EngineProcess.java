package io.salesbrain.clickhouse.engine;

import io.salesbrain.clickhouse.engine.child.EngineMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the engine's process, from its start to its end. */
final class EngineProcess {
    private static final Logger LOG = LoggerFactory.getLogger(EngineProcess.class);
    /** Options meant for the parent's JVM, such as a large heap or an agent, are not for this one. */
    private static final Set<String> FOREIGN_JVM_OPTIONS =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(12);

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private EngineProcess(Process process) {
        this.process = process;
    }

    /** Starts the process; {@link #awaitPort} tells when its endpoint is up. */
    static EngineProcess start(EngineConfig config, Path settingsFile, int port, String password) {
        try {
            EngineProcess engine =
                    new EngineProcess(builder(config, settingsFile, port).start());
            engine.pump(engine.process.getInputStream(), "engine-out");
            engine.pump(engine.process.getErrorStream(), "engine-log");
            OutputStream toChild = engine.process.getOutputStream();
            toChild.write((password + "\n").getBytes(StandardCharsets.UTF_8));
            toChild.flush();
            return engine;
        } catch (IOException e) {
            throw new EngineException(
                    "The engine's process could not be started with the Java in " + config.javaHome() + ".", e);
        }
    }

    private static ProcessBuilder builder(EngineConfig config, Path settingsFile, int port) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                config.javaHome().resolve(Path.of("bin", "java")).toString(),
                "-Xms16m",
                "-Xmx128m",
                // The engine plans nested views on the thread that asks, and refuses what comes near half of its stack.
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=24m",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsun.net.httpserver.nodelay=true",
                "-Djdk.httpserver.maxConnections=64",
                "-Dsun.net.httpserver.idleInterval=300",
                "-cp",
                ownClassPath().toString(),
                EngineMain.class.getName(),
                config.library().toString(),
                config.dataFolder().toString(),
                settingsFile.toString(),
                Integer.toString(port)));
        // The engine installs signal handlers of its own; without the chaining library the JVM's are gone after that,
        // and
        // the first implicit null check ends the process.
        Path signalChaining = config.javaHome().resolve(Path.of("lib", "libjsig.so"));
        builder.environment().put("LD_PRELOAD", signalChaining.toString());
        builder.environment().put("TZ", "UTC");
        builder.environment().keySet().removeAll(FOREIGN_JVM_OPTIONS);
        builder.directory(config.dataFolder().toFile());
        return builder;
    }

    /** The engine's process needs this module's classes and nothing else. */
    private static Path ownClassPath() {
        try {
            return Path.of(EngineMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new EngineException("The engine's classes lie at a place that has no file name.", e);
        }
    }

    /** The port of the endpoint, or an exception when the process ended or took too long before it was up. */
    int awaitPort(Duration timeout) throws InterruptedException {
        try {
            return port.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            kill();
            throw new EngineException("The engine did not answer within " + timeout.toSeconds() + " s.", e);
        } catch (ExecutionException e) {
            throw new EngineException(
                    "The engine ended while starting, with code " + process.waitFor()
                            + ": its reason stands in the log above, often another process that has the data folder open.",
                    e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks the process to stop, and ends it when it does not. */
    void stop() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            LOG.warn("The engine did not stop within {} s and is ended.", STOP_TIMEOUT.toSeconds());
        } catch (IOException e) {
            LOG.debug("The engine's input was closed already.", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Ends the process at once, which costs no data. */
    void kill() {
        process.destroyForcibly();
    }

    /**
     * On a thread of the operating system: a read from a pipe would hold the carrier of a virtual one for as long as the
     * engine is silent, and two such readers would stop every virtual thread of a machine with two cores.
     */
    private void pump(InputStream stream, String name) {
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null) {
                    take(line);
                    line = lines.readLine();
                }
            } catch (IOException e) {
                LOG.debug("The engine's output ended.", e);
            }
            port.completeExceptionally(new EngineException("The engine's output ended."));
        });
    }

    private void take(String line) {
        if (line.startsWith(EngineMain.READY)) {
            port.complete(Integer.parseInt(line.substring(EngineMain.READY.length())));
        } else if (!line.isBlank()) {
            LOG.warn("engine: {}", line);
        }
    }
}
