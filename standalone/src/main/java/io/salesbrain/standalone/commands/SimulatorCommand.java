package io.salesbrain.standalone.commands;

import io.salesbrain.simulator.SimulatorServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "simulator", description = "The stand-in Instantly alone, its API under /api/v2.")
final class SimulatorCommand implements Callable<Integer> {
    @Mixin
    private HttpOptions http = new HttpOptions();

    @Option(names = "--seed", description = "The same seed tells the same story (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws InterruptedException {
        return Serving.untilStopped(
                () -> SimulatorServer.start(http.host, http.port, seed),
                server -> System.out.println("The stand-in Instantly is up: http://localhost:" + server.port()
                        + "/api/v2 (any bearer key names a workspace)"),
                SimulatorServer::close);
    }
}
