package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.query.ReadinessCheck;
import io.salesbrain.query.http.Answers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For those who run it: is it alive, is it ready, what does it measure. */
public final class OperationsRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(OperationsRoutes.class);

    private final List<ReadinessCheck> checks;
    private final Supplier<String> metrics;

    public OperationsRoutes(List<ReadinessCheck> checks, Supplier<String> metrics) {
        this.checks = List.copyOf(checks);
        this.metrics = metrics;
    }

    /** That it answers is the answer. */
    public void health(Context ctx) {
        Answers.json(ctx, Map.of("status", "ok"));
    }

    public void ready(Context ctx) {
        var components = new ArrayList<Map<String, Object>>();
        boolean allReady = true;
        for (var check : checks) {
            var state = stateOf(check);
            allReady &= state.ready();
            var component = new LinkedHashMap<String, Object>();
            component.put("name", check.name());
            component.put("ready", state.ready());
            component.put("progress", state.progress());
            components.add(component);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", allReady ? "ready" : "starting");
        answer.put("components", components);
        Answers.json(ctx, allReady ? 200 : 503, answer);
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
