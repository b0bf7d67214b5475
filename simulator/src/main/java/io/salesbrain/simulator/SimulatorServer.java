package io.salesbrain.simulator;

import io.javalin.Javalin;
import io.salesbrain.simulator.api.ApiRoutes;
import io.salesbrain.simulator.api.Crowd;
import io.salesbrain.simulator.api.Workspaces;
import io.salesbrain.simulator.delivery.DeliveryReport;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.story.StoryPace;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.World;
import java.time.Duration;
import java.util.Map;

/** The stand-in Instantly by itself: its API under /api/v2, and webhooks for those who register them there. */
public final class SimulatorServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration OPENING = Duration.ofMillis(300);

    private final Javalin http;
    private final Workspaces workspaces;

    private SimulatorServer(Javalin http, Workspaces workspaces) {
        this.http = http;
        this.workspaces = workspaces;
    }

    /** Serves on the loopback interface; port 0 takes a free one. */
    public static SimulatorServer start(int port, long seed) {
        return start(LOOPBACK, port, seed, Habits.BELIEVABLE);
    }

    public static SimulatorServer start(String host, int port, long seed, Habits habits) {
        return start(host, port, seed, habits, SimulatorConfig.DEFAULT_LIVE_EVENTS_PER_SECOND, Crowd.NONE);
    }

    /** @param eventsPerSecond the live pace of each workspace */
    public static SimulatorServer start(
            String host, int port, long seed, Habits habits, double eventsPerSecond, Crowd crowd) {
        StoryPace pace = new StoryPace(SimulatorConfig.DEFAULT_SPEED, eventsPerSecond, OPENING);
        Workspaces workspaces = new Workspaces(seed, pace, World.DEFAULT_LEADS_PER_ORGANIZATION, habits, crowd);
        Javalin http = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            new ApiRoutes(workspaces).register(config.routes);
        });
        return new SimulatorServer(http.start(host, port), workspaces);
    }

    /** Makes these keys open these organizations, whose live parts begin together. */
    public void reserve(Map<String, Organization> byKey) {
        workspaces.reserve(byKey);
    }

    /** Ends the stories and waits until all that was told has met its fate; false when that took longer. The API goes on. */
    public boolean finish(Duration atMost) throws InterruptedException {
        return workspaces.finish(atMost);
    }

    public int port() {
        return http.port();
    }

    /** What was sent so far, over all workspaces and webhooks. */
    public DeliveryReport report() {
        return workspaces.report();
    }

    @Override
    public void close() {
        workspaces.close();
        http.stop();
    }
}
