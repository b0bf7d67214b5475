package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.query.ReadinessCheck;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For those who run it: is it alive, is it ready, what does it measure. */
public final class OperationsRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(OperationsRoutes.class);

    public static final Operation HEALTH = Operation.says(Tag.OPERATIONS, "Whether the process is alive.")
            .more("That it answers is the answer.")
            .answers(Health.class);

    public static final Operation READY = Operation.says(
                    Tag.OPERATIONS, "Whether all parts are there, and how far each is.")
            .answers(200, "All are there.", Readiness.class)
            .answers(503, "Some are still starting.", Readiness.class);

    public static final Operation METRICS = Operation.says(
                    Tag.OPERATIONS, "The process's measurements in Prometheus' text format.")
            .answersText("text/plain", "One line per series.");

    @Says("That the process is alive.")
    record Health(@Says("Always ok.") String status) {}

    @Says("Whether all parts are there.")
    record Readiness(
            @Says("Ready when all parts are.") @Bounds(oneOf = {"ready", "starting"})
            String status,

            @Says("Each part.") List<Component> components) {}

    @Says("A part, and how far it is.")
    record Component(
            @Says("Its name.") String name,
            @Says("Whether it is there.") boolean ready,
            @Says("From 0 to 1.") double progress) {}

    private final List<ReadinessCheck> checks;
    private final Supplier<String> metrics;

    public OperationsRoutes(List<ReadinessCheck> checks, Supplier<String> metrics) {
        this.checks = List.copyOf(checks);
        this.metrics = metrics;
    }

    /** That it answers is the answer. */
    public void health(Context ctx) {
        Answers.json(ctx, new Health("ok"));
    }

    public void ready(Context ctx) {
        var components = new ArrayList<Component>();
        boolean allReady = true;
        for (var check : checks) {
            var state = stateOf(check);
            allReady &= state.ready();
            components.add(new Component(check.name(), state.ready(), state.progress()));
        }
        Answers.json(ctx, allReady ? 200 : 503, new Readiness(allReady ? "ready" : "starting", components));
    }

    /** A part that fails to say whether it is ready is not. */
    private static ReadinessCheck.State stateOf(ReadinessCheck check) {
        try {
            return check.state().get();
        } catch (RuntimeException e) {
            LOG.warn("{} does not say whether it is ready", check.name(), e);
            return new ReadinessCheck.State(false, 0);
        }
    }

    public void metrics(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.get());
    }
}
