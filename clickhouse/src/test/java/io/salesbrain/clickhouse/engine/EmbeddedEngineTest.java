package io.salesbrain.clickhouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedEngineTest {
    @Test
    void answersTheStockClient(@TempDir Path folder) {
        try (EmbeddedEngine engine = EmbeddedEngine.start(EngineConfig.at(folder));
                Client client = new Client.Builder()
                        .addEndpoint(engine.endpoint().url().toString())
                        .setUsername(engine.endpoint().user())
                        .setPassword(engine.endpoint().password())
                        .compressServerResponse(false)
                        .build()) {
            assertThat(client.queryAll("SELECT 1 AS one").getFirst().getInteger("one"))
                    .isEqualTo(1);
        }
    }
}
