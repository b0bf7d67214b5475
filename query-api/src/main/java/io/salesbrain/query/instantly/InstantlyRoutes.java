package io.salesbrain.query.instantly;

import io.javalin.config.JavalinConfig;
import io.salesbrain.instantly.InstantlyApp;
import io.salesbrain.query.http.Gate;

/** Every path about Instantly's API, and who may call it. A table of its own: it needs what only some processes have. */
public final class InstantlyRoutes {
    private final Gate gate;
    private final ConnectionRoutes connection;
    private final SyncRoutes sync;
    private final ActionRoutes actions;

    public InstantlyRoutes(Gate gate, InstantlyApp instantly) {
        this.gate = gate;
        this.connection = new ConnectionRoutes(instantly.connector());
        this.sync = new SyncRoutes(instantly.desk());
        this.actions = new ActionRoutes(instantly.actions());
    }

    public void register(JavalinConfig config) {
        var routes = config.routes;
        routes.put("/api/instantly/connection", gate.organization(connection::put));
        routes.get("/api/instantly/connection", gate.organization(connection::get));
        routes.delete("/api/instantly/connection", gate.organization(connection::delete));
        routes.post("/api/instantly/sync/workspace", gate.organization(sync::sync));
        routes.get("/api/instantly/sync/workspace", gate.organization(sync::lastSync));
        routes.post("/api/instantly/audit", gate.organization(sync::audit));
        routes.get("/api/instantly/completeness", gate.organization(sync::completeness));
        routes.post("/api/instantly/campaigns", gate.organization(actions::create));
        routes.post("/api/instantly/campaign/{id}/pause", gate.organization(actions::pause));
        routes.post("/api/instantly/campaign/{id}/resume", gate.organization(actions::resume));
        routes.post("/api/instantly/campaign/{id}/leads", gate.organization(actions::importLeads));
        routes.get("/api/instantly/imports/{import_id}", gate.organization(actions::progress));
    }
}
