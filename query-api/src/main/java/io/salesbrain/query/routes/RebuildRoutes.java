package io.salesbrain.query.routes;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.salesbrain.clickhouse.sink.Rebuilder;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Gate;

/** Fills ClickHouse anew from the log, for the administrator; everything else is answered meanwhile. */
public final class RebuildRoutes {
    private static final String PATH = "/api/admin/rebuild";

    private final Gate gate;
    private final Rebuilder rebuilder;

    public RebuildRoutes(Gate gate, Rebuilder rebuilder) {
        this.gate = gate;
        this.rebuilder = rebuilder;
    }

    public void register(JavalinConfig config) {
        config.routes.get(PATH, gate.admin(this::report));
        config.routes.post(PATH, gate.admin(this::start));
    }

    private void report(Context ctx) {
        Answers.json(ctx, rebuilder.report());
    }

    private void start(Context ctx) {
        if (!rebuilder.start()) {
            throw ApiException.conflict("A rebuild is running already; GET " + PATH + " shows how far it is.");
        }
        Answers.json(ctx, 202, rebuilder.report());
    }
}
