package io.salesbrain.query;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.javalin.config.JavalinConfig;
import io.salesbrain.events.Cost;
import io.salesbrain.events.Deal;
import io.salesbrain.query.api.Api;
import io.salesbrain.query.api.Description;
import io.salesbrain.query.api.Door;
import io.salesbrain.query.api.Route;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Dashboard;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Headers;
import io.salesbrain.query.http.ServerErrors;
import io.salesbrain.query.ledger.LedgerOperations;
import io.salesbrain.query.ledger.LedgerRoutes;
import io.salesbrain.query.live.LiveRoute;
import io.salesbrain.query.routes.AuditRoutes;
import io.salesbrain.query.routes.CredentialOperations;
import io.salesbrain.query.routes.CredentialRoutes;
import io.salesbrain.query.routes.FollowUpRoutes;
import io.salesbrain.query.routes.HotLeadRoutes;
import io.salesbrain.query.routes.IdentityOperations;
import io.salesbrain.query.routes.IdentityRoutes;
import io.salesbrain.query.routes.LeadRoutes;
import io.salesbrain.query.routes.MessageRoutes;
import io.salesbrain.query.routes.MoneyRoutes;
import io.salesbrain.query.routes.OperationsRoutes;
import io.salesbrain.query.routes.OrganizationOperations;
import io.salesbrain.query.routes.OrganizationRoutes;
import io.salesbrain.query.routes.OverviewRoutes;
import io.salesbrain.query.routes.PipelineRoutes;
import io.salesbrain.query.routes.QuarantineRoutes;
import io.salesbrain.query.routes.ScoreSettingsRoutes;
import io.salesbrain.query.routes.StatsLists;
import io.salesbrain.query.routes.StatsRoutes;
import io.salesbrain.query.routes.TemplateRoutes;
import io.salesbrain.query.routes.WebhookOperation;
import java.util.List;

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

    /** Described here although they are not in this table. */
    private static final List<Route> ELSEWHERE =
            List.of(new Route("POST", "/webhooks/instantly/webhook", Door.WEBHOOK, WebhookOperation.POST));

    void register(JavalinConfig config) {
        var routes = config.routes;
        Headers.register(routes);
        Answers.registerErrors(routes);
        config.jetty.modifyServer(server -> server.setErrorHandler(new ServerErrors()));

        var api = new Api(routes, gate);
        api.any(GET, "/api/whoami", IdentityOperations.WHOAMI, identity::whoami);
        api.organization(GET, "/api/hot-leads", HotLeadRoutes.LIST, hotLeads::list);
        api.organization(GET, "/api/leads/{email}", LeadRoutes.LEAD, leads::lead);
        api.organization(GET, "/api/audit", AuditRoutes.OWN, audit::own);
        api.watcher(GET, "/api/live", LiveRoute.WATCH, live::watch);

        api.organization(GET, "/api/follow-ups", FollowUpRoutes.LIST, followUps::list);
        api.organization(POST, "/api/follow-ups/{id}/done", FollowUpRoutes.DO, followUps::done);
        api.organization(POST, "/api/follow-ups/{id}/dismiss", FollowUpRoutes.DISMISS, followUps::dismiss);
        api.organization(GET, "/api/follow-ups/templates", TemplateRoutes.LIST, templates::list);
        api.organization(PUT, "/api/follow-ups/templates", TemplateRoutes.PUT, templates::put);
        api.organization(DELETE, "/api/follow-ups/templates/{template_id}", TemplateRoutes.DELETE, templates::delete);

        api.organization(GET, "/api/settings/scoring", ScoreSettingsRoutes.GET, scoreSettings::get);
        api.organization(PUT, "/api/settings/scoring", ScoreSettingsRoutes.PUT, scoreSettings::put);
        api.organization(DELETE, "/api/settings/scoring", ScoreSettingsRoutes.DELETE, scoreSettings::delete);
        alerting.register(api);
        inbox.register(api);

        api.organization(GET, "/api/instantly/stats", StatsRoutes.ORGANIZATION, stats::organization);
        api.organization(GET, "/api/instantly/campaigns", StatsLists.CAMPAIGNS, lists::campaigns);
        api.organization(GET, "/api/instantly/campaign/{id}/stats", StatsRoutes.CAMPAIGN, stats::campaign);
        api.organization(GET, "/api/instantly/campaign/{id}/messages", MessageRoutes.OF_CAMPAIGN, messages::ofCampaign);
        api.organization(GET, "/api/instantly/email-accounts", StatsLists.ACCOUNTS, lists::accounts);
        api.organization(GET, "/api/instantly/email-account/{id}/stats", StatsRoutes.ACCOUNT, stats::account);

        api.admin(GET, "/api/instantly/admin/campaigns", StatsLists.ALL_CAMPAIGNS, lists::allCampaigns);
        api.admin(GET, "/api/instantly/admin/campaign/{id}/stats", StatsRoutes.ANY_CAMPAIGN, stats::anyCampaign);
        api.admin(GET, "/api/instantly/admin/email-accounts", StatsLists.ALL_ACCOUNTS, lists::allAccounts);
        api.admin(GET, "/api/instantly/admin/email-account/{id}/stats", StatsRoutes.ANY_ACCOUNT, stats::anyAccount);

        api.organization(POST, "/api/costs", LedgerOperations.POST_COST, costs::post);
        api.organization(GET, "/api/costs", LedgerOperations.LIST_COSTS, costs::list);
        api.organization(GET, "/api/costs/{id}", LedgerOperations.ONE_COST, costs::one);
        api.organization(DELETE, "/api/costs/{id}", LedgerOperations.DELETE_COST, costs::delete);
        api.organization(POST, "/api/deals", LedgerOperations.POST_DEAL, deals::post);
        api.organization(GET, "/api/deals", LedgerOperations.LIST_DEALS, deals::list);
        api.organization(GET, "/api/deals/{id}", LedgerOperations.ONE_DEAL, deals::one);
        api.organization(DELETE, "/api/deals/{id}", LedgerOperations.DELETE_DEAL, deals::delete);
        api.organization(GET, "/api/roi", MoneyRoutes.ROI, money::roi);
        api.organization(GET, "/api/cohorts", OverviewRoutes.COHORTS, overviews::cohorts);
        api.organization(GET, "/api/reply-heatmap", OverviewRoutes.HEATMAP, overviews::heatmap);

        api.admin(POST, "/api/admin/organizations", OrganizationOperations.CREATE, organizations::create);
        api.admin(GET, "/api/admin/organizations", OrganizationOperations.LIST, organizations::list);
        api.admin(
                PUT,
                "/api/admin/organizations/{id}/workspaces",
                OrganizationOperations.SET_WORKSPACES,
                organizations::setWorkspaces);
        api.admin(GET, "/api/admin/organizations/{id}/credentials", CredentialOperations.LIST, credentials::list);
        api.admin(POST, "/api/admin/organizations/{id}/credentials", CredentialOperations.ADD, credentials::add);
        api.admin(
                DELETE,
                "/api/admin/organizations/{id}/credentials/{credential_id}",
                CredentialOperations.REVOKE,
                credentials::revoke);
        api.admin(
                POST,
                "/api/admin/organizations/{id}/credentials/{credential_id}/rotate",
                CredentialOperations.ROTATE,
                credentials::rotate);
        api.admin(
                PUT,
                "/api/admin/campaigns/{id}/organization",
                OrganizationOperations.ASSIGN_CAMPAIGN,
                organizations::assignCampaign);
        api.admin(GET, "/api/admin/audit", AuditRoutes.ALL, audit::all);
        api.admin(GET, "/api/admin/pipeline", PipelineRoutes.PIPELINE, pipeline::pipeline);
        api.admin(GET, "/api/admin/quarantine", QuarantineRoutes.LIST, quarantine::list);
        api.admin(GET, "/api/admin/quarantine/{quarantine_id}", QuarantineRoutes.ONE, quarantine::one);
        api.admin(POST, "/api/admin/quarantine/replay", QuarantineRoutes.REPLAY, quarantine::replay);
        api.admin(GET, "/api/admin/dead-letters", QuarantineRoutes.DEAD_LETTERS, quarantine::deadLetters);

        api.open(GET, "/health", OperationsRoutes.HEALTH, operations::health);
        api.open(GET, "/ready", OperationsRoutes.READY, operations::ready);
        api.open(GET, "/metrics", OperationsRoutes.METRICS, operations::metrics);
        Description.register(config, api, ELSEWHERE);
        Dashboard.register(config);
    }
}
