package io.salesbrain.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A running {@code salesbrain run} with its data in a folder, on a port of its own. */
record Installation(RunningProcess process, int port, Api api) implements AutoCloseable {
    static final String ADMIN_KEY = "admin-key-of-this-test-0123456789";

    /** Starts it and waits until it says that all its parts are up. */
    static Installation start(Path data, String... options) throws IOException {
        var installation = starting(data, options);
        installation.api.awaitReady(installation.process);
        return installation;
    }

    private static Installation starting(Path data, String... options) throws IOException {
        int port = FreePort.find();
        var command = List.of("run", "--data", data.toString(), "--port", Integer.toString(port));
        var process = RunningProcess.start(
                Map.of("SALESBRAIN_ADMIN_KEY", ADMIN_KEY),
                Stream.concat(command.stream(), Stream.of(options)).toArray(String[]::new));
        return new Installation(process, port, new Api(port, ADMIN_KEY));
    }

    void killHard() throws InterruptedException {
        process.killHard();
    }

    @Override
    public void close() {
        process.close();
    }
}
