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
        return startAt(FreePort.find(), data, options);
    }

    /** For who is to be found again at the same address. */
    static Installation startAt(int port, Path data, String... options) throws IOException {
        var command = List.of("run", "--data", data.toString(), "--port", Integer.toString(port));
        var process = RunningProcess.start(
                Map.of("SALESBRAIN_ADMIN_KEY", ADMIN_KEY),
                Stream.concat(command.stream(), Stream.of(options)).toArray(String[]::new));
        var installation = new Installation(process, port, new Api(port, ADMIN_KEY));
        try {
            installation.api.awaitReady(process);
        } catch (RuntimeException | Error e) {
            installation.close();
            throw e;
        }
        return installation;
    }

    void killHard() throws InterruptedException {
        process.killHard();
    }

    @Override
    public void close() {
        process.close();
    }
}
