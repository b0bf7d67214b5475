package io.salesbrain.standalone.roles;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.simulator.Simulator;
import io.salesbrain.simulator.SimulatorConfig;
import io.salesbrain.simulator.delivery.Target;
import io.salesbrain.simulator.world.World;
import io.salesbrain.tenancy.CreatedOrganization;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The embedded stack with three organizations and a simulated Instantly that sends them real webhooks. */
public final class Demo implements AutoCloseable {
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
            var stack = parts.add(EmbeddedStack.start(config));
            var world = World.generate(seed);
            var organizations = new ArrayList<CreatedOrganization>();
            Map<String, Target> targets = new LinkedHashMap<>();
            var webhook = URI.create("http://127.0.0.1:" + stack.port() + "/webhooks/instantly/webhook");
            for (var organization : world.organizations()) {
                var created = stack.directoryWriter()
                        .createOrganization(new OrganizationId(organization.id()), organization.name());
                organizations.add(created);
                targets.put(organization.id(), new Target(webhook, created.webhookSecret()));
            }
            parts.add(Simulator.start(SimulatorConfig.of(world, targets).withLiveEventsPerSecond(eventsPerSecond)));
            return new Demo(parts, stack, organizations);
        } catch (RuntimeException | InterruptedException | Error e) {
            parts.close();
            throw e;
        }
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
