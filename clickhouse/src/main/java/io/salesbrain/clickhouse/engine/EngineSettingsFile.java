package io.salesbrain.clickhouse.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the engine's settings into its data folder, anew at each start. */
final class EngineSettingsFile {
    private static final String RESOURCE = "/engine/engine.xml";

    private EngineSettingsFile() {}

    static Path write(EngineConfig config) {
        Path file = config.dataFolder().resolve("engine.xml");
        long limit = config.memoryLimitBytes();
        try (InputStream template = EngineSettingsFile.class.getResourceAsStream(RESOURCE)) {
            if (template == null) {
                throw new EngineException("The resource " + RESOURCE + " is missing from the clickhouse module.");
            }
            String settings = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${memory_limit_bytes}", Long.toString(limit))
                    .replace("${query_memory_limit_bytes}", Long.toString(limit / 2))
                    .replace("${spill_bytes}", Long.toString(limit / 4))
                    .replace("${max_threads}", Integer.toString(config.maxThreads()));
            Files.createDirectories(config.dataFolder());
            Files.writeString(file, settings);
            return file;
        } catch (IOException e) {
            throw new EngineException("The engine's data folder " + config.dataFolder() + " cannot be written.", e);
        }
    }
}
