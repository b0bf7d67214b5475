package io.salesbrain.standalone.roles;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.salesbrain.events.Json;
import io.salesbrain.query.ReadinessCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Liveness, readiness and metrics of a role that has no API of its own. */
record HealthRoutes(Supplier<String> metrics, List<ReadinessCheck> checks) {
    private static final int UNAVAILABLE = 503;

    void register(JavalinConfig config) {
        config.routes.get("/health", context -> json(context, Map.of("status", "up")));
        config.routes.get("/ready", this::ready);
        config.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.get()));
    }

    private void ready(Context context) {
        Map<String, Object> components = new LinkedHashMap<>();
        boolean ready = true;
        for (var check : checks) {
            var state = check.state().get();
            components.put(check.name(), state);
            ready &= state.ready();
        }
        context.status(ready ? 200 : UNAVAILABLE);
        json(context, Map.of("ready", ready, "components", components));
    }

    private static void json(Context context, Object body) {
        context.contentType("application/json").result(Json.write(body));
    }
}
