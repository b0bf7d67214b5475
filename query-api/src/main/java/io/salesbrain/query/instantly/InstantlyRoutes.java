package io.salesbrain.query.instantly;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.javalin.config.JavalinConfig;
import io.salesbrain.instantly.InstantlyApp;
import io.salesbrain.query.api.Api;
import io.salesbrain.query.http.Gate;
import java.time.InstantSource;

/** Every path about Instantly's API, and who may call it. A table of its own: it needs what only some processes have. */
public final class InstantlyRoutes {
    private final Gate gate;
    private final ConnectionRoutes connection;
    private final SyncRoutes sync;
    private final ActionRoutes actions;
    private final RuleRoutes rules;

    public InstantlyRoutes(Gate gate, InstantlyApp instantly) {
        this.gate = gate;
        this.connection = new ConnectionRoutes(instantly.connector());
        this.sync = new SyncRoutes(instantly.desk());
        this.actions = new ActionRoutes(instantly.actions());
        this.rules = new RuleRoutes(instantly.rules(), instantly.desk(), InstantSource.system());
    }

    public void register(JavalinConfig config) {
        var api = new Api(config.routes, gate);
        api.organization(PUT, "/api/instantly/connection", ConnectionRoutes.PUT, connection::put);
        api.organization(GET, "/api/instantly/connection", ConnectionRoutes.GET, connection::get);
        api.organization(DELETE, "/api/instantly/connection", ConnectionRoutes.DELETE, connection::delete);
        api.organization(POST, "/api/instantly/sync/workspace", SyncRoutes.SYNC, sync::sync);
        api.organization(GET, "/api/instantly/sync/workspace", SyncRoutes.LAST_SYNC, sync::lastSync);
        api.organization(POST, "/api/instantly/audit", SyncRoutes.AUDIT, sync::audit);
        api.organization(GET, "/api/instantly/completeness", SyncRoutes.COMPLETENESS, sync::completeness);
        api.organization(POST, "/api/instantly/campaigns", ActionRoutes.CREATE, actions::create);
        api.organization(POST, "/api/instantly/campaign/{id}/pause", ActionRoutes.PAUSE, actions::pause);
        api.organization(POST, "/api/instantly/campaign/{id}/resume", ActionRoutes.RESUME, actions::resume);
        api.organization(POST, "/api/instantly/campaign/{id}/leads", ActionRoutes.IMPORT, actions::importLeads);
        api.organization(
                POST, "/api/instantly/email-account/{id}/pause", ActionRoutes.PAUSE_ACCOUNT, actions::pauseAccount);
        api.organization(
                POST, "/api/instantly/email-account/{id}/resume", ActionRoutes.RESUME_ACCOUNT, actions::resumeAccount);
        api.organization(GET, "/api/instantly/rules", RuleRoutes.GET, rules::get);
        api.organization(PUT, "/api/instantly/rules", RuleRoutes.PUT, rules::put);
        api.organization(GET, "/api/instantly/rules/actions", RuleRoutes.ACTIONS, rules::actions);
        api.organization(GET, "/api/instantly/imports/{import_id}", ActionRoutes.PROGRESS, actions::progress);
    }
}
