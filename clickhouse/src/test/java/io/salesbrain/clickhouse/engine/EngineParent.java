package io.salesbrain.clickhouse.engine;

import java.io.IOException;
import java.nio.file.Path;

/** A process that starts an engine and waits, for the test that kills it. */
final class EngineParent {
    static final String CHILD = "child ";

    private EngineParent() {}

    public static void main(String[] args) throws IOException {
        EmbeddedEngine engine = EmbeddedEngine.start(EngineConfig.at(Path.of(args[0])));
        System.out.println(CHILD + engine.processId());
        while (System.in.read() >= 0) {
            System.out.flush();
        }
        engine.close();
    }
}
