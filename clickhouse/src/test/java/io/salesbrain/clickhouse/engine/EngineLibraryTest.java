package io.salesbrain.clickhouse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLibraryTest {
    @TempDir
    private Path folder;

    @Test
    void looksInTheEnvironmentThenThePropertyThenTheHome() throws IOException {
        Path fromEnvironment = Files.createFile(folder.resolve("environment.so"));
        Path fromProperty = Files.createFile(folder.resolve("property.so"));
        Path inHome = folder.resolve("clickhouse/engine/node_modules/@chdb/lib-linux-x64-gnu/libchdb.so");
        Files.createDirectories(inHome.getParent());
        Files.createFile(inHome);
        Properties properties = new Properties();
        properties.setProperty(EngineLibrary.HOME_PROPERTY, folder.toString());
        assertThat(EngineLibrary.find(Map.of(), properties)).isEqualTo(inHome);
        properties.setProperty(EngineLibrary.PROPERTY, fromProperty.toString());
        assertThat(EngineLibrary.find(Map.of(), properties)).isEqualTo(fromProperty);
        assertThat(EngineLibrary.find(Map.of(EngineLibrary.ENVIRONMENT, fromEnvironment.toString()), properties))
                .isEqualTo(fromEnvironment);
    }

    @Test
    void saysWhatToDoWhenThereIsNone() {
        Properties properties = new Properties();
        properties.setProperty(EngineLibrary.HOME_PROPERTY, folder.toString());
        assertThatThrownBy(() -> EngineLibrary.find(Map.of(), properties))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("install.sh")
                .hasMessageContaining(EngineLibrary.ENVIRONMENT);
        assertThatThrownBy(() -> EngineLibrary.find(Map.of(EngineLibrary.ENVIRONMENT, "gone.so"), properties))
                .hasMessageContaining("gone.so, which is not a file");
    }
}
