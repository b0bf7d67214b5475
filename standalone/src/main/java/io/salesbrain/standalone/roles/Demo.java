package io.salesbrain.standalone.roles;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.simulator.SimulatorServer;
import io.salesbrain.simulator.api.Crowd;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.World;
import io.salesbrain.tenancy.CreatedOrganization;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded stack with three organizations and a simulated Instantly that sends them real webhooks. */
public final class Demo implements AutoCloseable {
    private static final Duration SYNC_EVERY = Duration.ofMinutes(1);

    private final Closing parts;
    private final EmbeddedStack stack;
    private final List<CreatedOrganization> organizations;

    private Demo(Closing parts, EmbeddedStack stack, List<CreatedOrganization> organizations) {
        this.parts = parts;
        this.stack = stack;
        this.organizations = List.copyOf(organizations);
    }

    /** The data folder must be fresh: the secrets of organizations made earlier are known to nobody. */
    public static Demo start(EmbeddedConfig config, long seed, double eventsPerSecond) throws InterruptedException {
        var parts = new Closing();
        try {
            var world = World.generate(seed);
            var simulator = SimulatorServer.start(
                    "127.0.0.1",
                    0,
                    seed,
                    Habits.BELIEVABLE,
                    eventsPerSecond / world.organizations().size(),
                    Crowd.NONE);
            EmbeddedStack stack;
            try {
                stack = parts.add(EmbeddedStack.start(config.with(new InstantlySettings(
                        URI.create("http://127.0.0.1:" + simulator.port()),
                        null,
                        config.instantly().connectionKey(),
                        SYNC_EVERY))));
            } finally {
                // Closed before the stack, so that it does not post to a server that is gone.
                parts.add(simulator);
            }
            return new Demo(parts, stack, connect(world, simulator, stack));
        } catch (RuntimeException | InterruptedException | Error e) {
            parts.close();
            throw e;
        }
    }

    /** As customers do it: each stores its key, and Instantly's webhook is registered by that. */
    private static List<CreatedOrganization> connect(World world, SimulatorServer simulator, EmbeddedStack stack)
            throws InterruptedException {
        Map<String, Organization> byKey = new LinkedHashMap<>();
        world.organizations().forEach(organization -> byKey.put("key-of-" + organization.id(), organization));
        simulator.reserve(byKey);
        var organizations = new ArrayList<CreatedOrganization>();
        for (var entry : byKey.entrySet()) {
            var id = new OrganizationId(entry.getValue().id());
            organizations.add(stack.directoryWriter()
                    .createOrganization(id, entry.getValue().name()));
            stack.instantly().connector().connect(id, entry.getKey(), Optional.empty());
        }
        return organizations;
    }

    public EmbeddedStack stack() {
        return stack;
    }

    public List<CreatedOrganization> organizations() {
        return organizations;
    }

    @Override
    public void close() {
        parts.close();
    }
}
