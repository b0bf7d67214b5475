package io.salesbrain.standalone.commands;

import io.salesbrain.simulator.SimulatorServer;
import io.salesbrain.simulator.delivery.Habits;
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

    enum Manners {
        BELIEVABLE,
        PERFECT,
        NASTY;

        Habits habits() {
            return switch (this) {
                case BELIEVABLE -> Habits.BELIEVABLE;
                case PERFECT -> Habits.PERFECT;
                case NASTY -> Habits.NASTY;
            };
        }
    }

    @Option(
            names = "--habits",
            description = "How it delivers: believable, perfect or nasty (default: ${DEFAULT-VALUE}).")
    private Manners habits = Manners.BELIEVABLE;

    @Override
    public Integer call() throws InterruptedException {
        return Serving.untilStopped(
                () -> SimulatorServer.start(http.host, http.port, seed, habits.habits()),
                server -> System.out.println("The stand-in Instantly is up: http://localhost:" + server.port()
                        + "/api/v2 (any bearer key names a workspace)"),
                SimulatorServer::close);
    }
}
