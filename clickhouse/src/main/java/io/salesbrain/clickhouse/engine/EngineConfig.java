package io.salesbrain.clickhouse.engine;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the embedded engine runs.
 *
 * @param dataFolder where the tables live; one engine at a time may have it
 * @param library the native library, see {@link EngineLibrary}
 * @param javaHome the JDK or JRE that runs the engine's process
 * @param port loopback port of its endpoint, 0 for any free one
 * @param memoryLimitBytes what queries, inserts and merges together may allocate
 * @param maxThreads threads of one query
 * @param startTimeout how long opening the data folder may take
 */
public record EngineConfig(
        Path dataFolder,
        Path library,
        Path javaHome,
        int port,
        long memoryLimitBytes,
        int maxThreads,
        Duration startTimeout) {
    private static final long MIN_MEMORY_LIMIT_BYTES = 200L << 20;
    private static final long DEFAULT_MEMORY_LIMIT_BYTES = 600L << 20;
    private static final int MAX_PORT = 65_535;

    public EngineConfig {
        dataFolder = dataFolder.toAbsolutePath().normalize();
        if (port < 0 || port > MAX_PORT) {
            throw new EngineException("The engine's port must lie between 0 and " + MAX_PORT + ", not " + port + ".");
        }
        if (memoryLimitBytes < MIN_MEMORY_LIMIT_BYTES) {
            throw new EngineException("The engine needs a memory limit of at least " + MIN_MEMORY_LIMIT_BYTES
                    + " bytes, not " + memoryLimitBytes + ".");
        }
        if (maxThreads < 1) {
            throw new EngineException("The engine needs at least one thread, not " + maxThreads + ".");
        }
    }

    /** The defaults, with the library found and this process's own JVM. */
    public static EngineConfig at(Path dataFolder) {
        return new EngineConfig(
                dataFolder,
                EngineLibrary.find(),
                Path.of(System.getProperty("java.home")),
                0,
                DEFAULT_MEMORY_LIMIT_BYTES,
                2,
                Duration.ofMinutes(2));
    }

    public EngineConfig withPort(int newPort) {
        return new EngineConfig(dataFolder, library, javaHome, newPort, memoryLimitBytes, maxThreads, startTimeout);
    }

    public EngineConfig withMemoryLimitBytes(long newLimitBytes) {
        return new EngineConfig(dataFolder, library, javaHome, port, newLimitBytes, maxThreads, startTimeout);
    }
}
