package io.salesbrain.clickhouse.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Finds the native library that the build put beside the sources, or that somebody names. */
public final class EngineLibrary {
    /** Names the library file directly. */
    public static final String ENVIRONMENT = "SALESBRAIN_ENGINE_LIBRARY";

    /** The same as a system property. */
    public static final String PROPERTY = "salesbrain.engine.library";

    /** The folder of the application, below which the build's copy lies; the working directory where it is not set. */
    public static final String HOME_PROPERTY = "salesbrain.home";

    private static final Path IN_HOME =
            Path.of("clickhouse", "engine", "node_modules", "@chdb", "lib-linux-x64-gnu", "libchdb.so");

    private EngineLibrary() {}

    /** The library by this process's environment and properties. */
    public static Path find() {
        return find(System.getenv(), System.getProperties());
    }

    static Path find(Map<String, String> environment, Properties properties) {
        Path named = named(environment.get(ENVIRONMENT), "The setting " + ENVIRONMENT);
        if (named == null) {
            named = named(properties.getProperty(PROPERTY), "The system property " + PROPERTY);
        }
        if (named != null) {
            return named;
        }
        Path home = Path.of(properties.getProperty(HOME_PROPERTY, "")).toAbsolutePath();
        Path installed = home.resolve(IN_HOME);
        if (Files.isRegularFile(installed)) {
            return installed;
        }
        throw new EngineException("The ClickHouse engine is not installed at " + installed
                + ": run clickhouse/engine/install.sh, or name the library in " + ENVIRONMENT
                + ", or name a ClickHouse server instead.");
    }

    private static @Nullable Path named(@Nullable String file, String source) {
        if (file == null || file.isBlank()) {
            return null;
        }
        Path path = Path.of(file).toAbsolutePath();
        if (!Files.isRegularFile(path)) {
            throw new EngineException(source + " names " + path + ", which is not a file.");
        }
        return path;
    }
}
