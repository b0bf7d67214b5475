package io.salesbrain.clickhouse;

import io.salesbrain.clickhouse.engine.EmbeddedEngine;
import io.salesbrain.clickhouse.engine.EngineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One engine for all tests of this JVM; each test class takes a database of its own. */
public final class SharedEngine {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private SharedEngine() {}

    /** The engine, started at the first call. */
    public static EmbeddedEngine engine() {
        return Holder.ENGINE;
    }

    /** A warehouse on a new empty database. */
    public static Warehouse warehouse() {
        String database = "test_" + DATABASES.incrementAndGet();
        WarehouseConfig config = WarehouseConfig.of(engine().endpoint(), "default");
        try (Warehouse any = new Warehouse(config)) {
            any.execute("CREATE DATABASE " + database, Map.of());
        }
        return new Warehouse(config.withDatabase(database));
    }

    private static final class Holder {
        static final EmbeddedEngine ENGINE = start();

        private static EmbeddedEngine start() {
            try {
                Path folder = Files.createTempDirectory("salesbrain-engine-test");
                EmbeddedEngine engine = EmbeddedEngine.start(EngineConfig.at(folder));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    engine.close();
                    delete(folder);
                }));
                return engine;
            } catch (IOException e) {
                throw new IllegalStateException("The temporary folder cannot be made.", e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new IllegalStateException("The folder " + folder + " cannot be removed.", e);
            }
        }
    }
}
