package io.salesbrain.query;

import io.javalin.config.JavalinConfig;
import io.salesbrain.events.Cost;
import io.salesbrain.events.Deal;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Dashboard;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Headers;
import io.salesbrain.query.ledger.LedgerRoutes;
import io.salesbrain.query.live.LiveRoute;
import io.salesbrain.query.routes.AuditRoutes;
import io.salesbrain.query.routes.CredentialRoutes;
import io.salesbrain.query.routes.FollowUpRoutes;
import io.salesbrain.query.routes.HotLeadRoutes;
import io.salesbrain.query.routes.IdentityRoutes;
import io.salesbrain.query.routes.LeadRoutes;
import io.salesbrain.query.routes.MessageRoutes;
import io.salesbrain.query.routes.MoneyRoutes;
import io.salesbrain.query.routes.OperationsRoutes;
import io.salesbrain.query.routes.OrganizationRoutes;
import io.salesbrain.query.routes.OverviewRoutes;
import io.salesbrain.query.routes.PipelineRoutes;
import io.salesbrain.query.routes.QuarantineRoutes;
import io.salesbrain.query.routes.ScoreSettingsRoutes;
import io.salesbrain.query.routes.StatsLists;
import io.salesbrain.query.routes.StatsRoutes;
import io.salesbrain.query.routes.TemplateRoutes;

/** Every path this module answers, and who may call it. */
record Routes(
        Gate gate,
        IdentityRoutes identity,
        OrganizationRoutes organizations,
        CredentialRoutes credentials,
        PipelineRoutes pipeline,
        QuarantineRoutes quarantine,
        HotLeadRoutes hotLeads,
        LeadRoutes leads,
        StatsRoutes stats,
        StatsLists lists,
        MessageRoutes messages,
        LedgerRoutes<Cost> costs,
        LedgerRoutes<Deal> deals,
        MoneyRoutes money,
        OverviewRoutes overviews,
        LiveRoute live,
        FollowUpRoutes followUps,
        TemplateRoutes templates,
        ScoreSettingsRoutes scoreSettings,
        Alerting alerting,
        Inbox inbox,
        AuditRoutes audit,
        OperationsRoutes operations) {

    void register(JavalinConfig config) {
        var routes = config.routes;
        Headers.register(routes);
        Answers.registerErrors(routes);

        routes.get("/api/whoami", gate.any(identity::whoami));
        routes.get("/api/hot-leads", gate.organization(hotLeads::list));
        routes.get("/api/leads/{email}", gate.organization(leads::lead));
        routes.get("/api/audit", gate.organization(audit::own));
        routes.get("/api/live", gate.watcher(live::watch));

        routes.get("/api/follow-ups", gate.organization(followUps::list));
        routes.post("/api/follow-ups/{id}/done", gate.organization(followUps::done));
        routes.post("/api/follow-ups/{id}/dismiss", gate.organization(followUps::dismiss));
        routes.get("/api/follow-ups/templates", gate.organization(templates::list));
        routes.put("/api/follow-ups/templates", gate.organization(templates::put));
        routes.delete("/api/follow-ups/templates/{template_id}", gate.organization(templates::delete));

        routes.get("/api/settings/scoring", gate.organization(scoreSettings::get));
        routes.put("/api/settings/scoring", gate.organization(scoreSettings::put));
        routes.delete("/api/settings/scoring", gate.organization(scoreSettings::delete));
        alerting.register(routes, gate);
        inbox.register(routes, gate);

        routes.get("/api/instantly/stats", gate.organization(stats::organization));
        routes.get("/api/instantly/campaigns", gate.organization(lists::campaigns));
        routes.get("/api/instantly/campaign/{id}/stats", gate.organization(stats::campaign));
        routes.get("/api/instantly/campaign/{id}/messages", gate.organization(messages::ofCampaign));
        routes.get("/api/instantly/email-accounts", gate.organization(lists::accounts));
        routes.get("/api/instantly/email-account/{id}/stats", gate.organization(stats::account));

        routes.get("/api/instantly/admin/campaigns", gate.admin(lists::allCampaigns));
        routes.get("/api/instantly/admin/campaign/{id}/stats", gate.admin(stats::anyCampaign));
        routes.get("/api/instantly/admin/email-accounts", gate.admin(lists::allAccounts));
        routes.get("/api/instantly/admin/email-account/{id}/stats", gate.admin(stats::anyAccount));

        routes.post("/api/costs", gate.organization(costs::post));
        routes.get("/api/costs", gate.organization(costs::list));
        routes.get("/api/costs/{id}", gate.organization(costs::one));
        routes.delete("/api/costs/{id}", gate.organization(costs::delete));
        routes.post("/api/deals", gate.organization(deals::post));
        routes.get("/api/deals", gate.organization(deals::list));
        routes.get("/api/deals/{id}", gate.organization(deals::one));
        routes.delete("/api/deals/{id}", gate.organization(deals::delete));
        routes.get("/api/roi", gate.organization(money::roi));
        routes.get("/api/cohorts", gate.organization(overviews::cohorts));
        routes.get("/api/reply-heatmap", gate.organization(overviews::heatmap));

        routes.post("/api/admin/organizations", gate.admin(organizations::create));
        routes.get("/api/admin/organizations", gate.admin(organizations::list));
        routes.put("/api/admin/organizations/{id}/workspaces", gate.admin(organizations::setWorkspaces));
        routes.get("/api/admin/organizations/{id}/credentials", gate.admin(credentials::list));
        routes.post("/api/admin/organizations/{id}/credentials", gate.admin(credentials::add));
        routes.delete("/api/admin/organizations/{id}/credentials/{credential_id}", gate.admin(credentials::revoke));
        routes.post(
                "/api/admin/organizations/{id}/credentials/{credential_id}/rotate", gate.admin(credentials::rotate));
        routes.put("/api/admin/campaigns/{id}/organization", gate.admin(organizations::assignCampaign));
        routes.get("/api/admin/audit", gate.admin(audit::all));
        routes.get("/api/admin/pipeline", gate.admin(pipeline::pipeline));
        routes.get("/api/admin/quarantine", gate.admin(quarantine::list));
        routes.get("/api/admin/quarantine/{quarantine_id}", gate.admin(quarantine::one));
        routes.post("/api/admin/quarantine/replay", gate.admin(quarantine::replay));
        routes.get("/api/admin/dead-letters", gate.admin(quarantine::deadLetters));

        routes.get("/health", operations::health);
        routes.get("/ready", operations::ready);
        routes.get("/metrics", operations::metrics);
        Dashboard.register(config);
    }
}
