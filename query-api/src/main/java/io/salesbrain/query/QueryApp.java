package io.salesbrain.query;

import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.Cost;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Deal;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoreSettingsBook;
import io.salesbrain.events.Topics;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.followup.Templates;
import io.salesbrain.query.http.AuditLog;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.KeyQuota;
import io.salesbrain.query.inbox.InboxIndex;
import io.salesbrain.query.inbox.Outbox;
import io.salesbrain.query.inbox.ThreadNews;
import io.salesbrain.query.ledger.LedgerIndex;
import io.salesbrain.query.ledger.LedgerRoutes;
import io.salesbrain.query.live.LiveHub;
import io.salesbrain.query.live.LiveRoute;
import io.salesbrain.query.quarantine.NewestFirst;
import io.salesbrain.query.quarantine.QuarantineReader;
import io.salesbrain.query.quarantine.QuarantineReplay;
import io.salesbrain.query.quarantine.Replaying;
import io.salesbrain.query.quarantine.Replays;
import io.salesbrain.query.readmodel.EndOffsets;
import io.salesbrain.query.readmodel.FollowUpFeed;
import io.salesbrain.query.readmodel.FollowUpIndex;
import io.salesbrain.query.readmodel.LeadIndex;
import io.salesbrain.query.readmodel.MirrorIndex;
import io.salesbrain.query.readmodel.Progress;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.readmodel.ReadModel;
import io.salesbrain.query.readmodel.Window;
import io.salesbrain.query.routes.AuditRoutes;
import io.salesbrain.query.routes.CampaignNames;
import io.salesbrain.query.routes.CredentialRoutes;
import io.salesbrain.query.routes.FollowUpRoutes;
import io.salesbrain.query.routes.FollowUpViews;
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
import io.salesbrain.query.warehouse.Archive;
import io.salesbrain.query.warehouse.SqlArchive;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.DirectoryWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The API: a read model that follows the log, and the routes over it. It starts no server; it adds its routes to one. */
public final class QueryApp implements AutoCloseable {
    /**
     * What the composer brings along; none of it is closed here.
     *
     * @param replay how quarantined deliveries are tried again
     * @param metrics the process's measurements in Prometheus' text format
     * @param checks what must be ready besides the read model
     * @param meters where this part counts
     */
    public record Surroundings(
            LogConfig log,
            LogWriter writer,
            Archive archive,
            Directory directory,
            DirectoryWriter directoryWriter,
            QuarantineReplay replay,
            Supplier<String> metrics,
            List<ReadinessCheck> checks,
            InstantSource clock,
            MeterRegistry meters) {
        public Surroundings {
            checks = List.copyOf(checks);
        }

        /** Where nobody reads what is measured. */
        public Surroundings(
                LogConfig log,
                LogWriter writer,
                Archive archive,
                Directory directory,
                DirectoryWriter directoryWriter,
                QuarantineReplay replay,
                Supplier<String> metrics,
                List<ReadinessCheck> checks,
                InstantSource clock) {
            this(
                    log,
                    writer,
                    archive,
                    directory,
                    directoryWriter,
                    replay,
                    metrics,
                    checks,
                    clock,
                    new SimpleMeterRegistry());
        }
    }

    private final Progress progress;
    private final RateIndex rates;
    private final Gate gate;
    private final AtomicReference<Outbox> outbox;
    private final Routes routes;
    private final LiveHub hub;
    /** What is open, in the order in which it is closed. */
    private final List<Runnable> open;

    private QueryApp(
            Progress progress,
            RateIndex rates,
            Gate gate,
            AtomicReference<Outbox> outbox,
            Routes routes,
            LiveHub hub,
            List<Runnable> open) {
        this.progress = progress;
        this.rates = rates;
        this.gate = gate;
        this.outbox = outbox;
        this.routes = routes;
        this.hub = hub;
        this.open = List.copyOf(open);
    }

    /** The archive over ClickHouse. */
    public static Archive archive(Warehouse warehouse) {
        return new SqlArchive(warehouse);
    }

    /** Begins to follow the log; {@code /ready} tells when it is there. The topics exist. */
    public static QueryApp start(QueryConfig config, Surroundings with) {
        var clock = with.clock();
        var hub = new LiveHub();
        var settings = new ScoreSettingsBook();
        var settingsFeed = TopicFollower.fromStart(
                with.log(), Topics.SCORE_SETTINGS, (_, _, key, scoring) -> settings.accept(key, scoring));
        var leads = new LeadIndex(settings);
        var rates = new RateIndex();
        var costs = new LedgerIndex<Cost>();
        var deals = new LedgerIndex<Deal>();
        var mirror = MirrorIndex.follow(with.log());
        var endOffsets = new EndOffsets(with.log(), List.of(Topics.EVENTS, Topics.QUARANTINE));
        var progress = new Progress(with.archive(), endOffsets, with.writer().partitions(Topics.RATES));
        var threads = new InboxIndex(thread -> hub.thread(thread.organizationId(), ThreadNews.of(thread)));
        var names = new CampaignNames(with.archive(), clock);
        var inbox = Inbox.follow(
                with.log(),
                with.writer(),
                threads,
                new Inbox.Sources(leads, with.archive(), names, hub, clock),
                config.writePatience());
        var readModel = ReadModel.follow(with.log(), leads, threads, rates, costs, deals, progress, hub);
        var templates = new Templates();
        var followUpView = new FollowUpViews(templates, names);
        var followUps =
                new FollowUpIndex(item -> hub.due(item.followUp().organizationId(), () -> followUpView.of(item)));
        var followUpFeed = FollowUpFeed.follow(with.log(), followUps, templates.own()::accept);
        var telling = Telling.follow(with.log(), with.writer(), with.meters(), config.allowsPrivateTargets(), clock);
        hub.tellCrossings(telling::crossed);
        var alerting = Alerting.follow(
                with.log(), with.writer(), hub, rates, names, telling, with.meters(), clock, config.writePatience());
        var replays = Replays.follow(with.log(), clock);

        var followed = new LinkedHashMap<>(readModel.components());
        followed.putAll(followUpFeed.components());
        followed.putAll(inbox.feed().components());
        followed.putAll(alerting.feed().components());
        followed.put("alert_settings", alerting.settingsFeed());
        followed.put("alert_targets", alerting.telling().targets());
        followed.put("score_settings", settingsFeed);
        followed.put("instantly_mirror", mirror.follower());

        var gate = new Gate(
                with.directory(), new KeyQuota(config.requestsPerSecond()), new AuditLog(with.writer(), clock));
        var era = Long.toString(clock.millis(), Character.MAX_RADIX);
        var live = new LiveRoute(hub, config.maxWatchers(), config.heartbeat(), era);
        var routes = new Routes(
                gate,
                new IdentityRoutes(with.directory()),
                new OrganizationRoutes(with.directory(), with.directoryWriter(), gate),
                new CredentialRoutes(with.directory(), with.directoryWriter(), gate),
                new PipelineRoutes(progress),
                quarantine(replays, gate, with),
                new HotLeadRoutes(leads, clock),
                new LeadRoutes(leads, threads, followUps, followUpView, with.archive(), clock),
                new StatsRoutes(rates, mirror, alerting.health(), names, gate, clock),
                new StatsLists(rates, mirror, alerting.health(), names, gate, clock),
                new MessageRoutes(rates, with.archive()),
                LedgerRoutes.costs(
                        costs, readModel.costs(), with.writer(), with.archive(), clock, config.writePatience()),
                LedgerRoutes.deals(
                        deals, readModel.deals(), with.writer(), with.archive(), clock, config.writePatience()),
                new MoneyRoutes(with.archive()),
                new OverviewRoutes(with.archive()),
                live,
                new FollowUpRoutes(
                        followUps,
                        new FollowedTopic<>(
                                Topics.FOLLOW_UP_DECISIONS,
                                followUpFeed.decisions(),
                                with.writer(),
                                config.writePatience()),
                        followUpView,
                        clock),
                new TemplateRoutes(
                        templates,
                        new FollowedTopic<>(
                                Topics.FOLLOW_UP_TEMPLATES,
                                followUpFeed.templates(),
                                with.writer(),
                                config.writePatience()),
                        clock),
                new ScoreSettingsRoutes(
                        settings,
                        new FollowedTopic<>(Topics.SCORE_SETTINGS, settingsFeed, with.writer(), config.writePatience()),
                        clock),
                alerting,
                inbox,
                new AuditRoutes(new NewestFirst<>(with.log(), Topics.AUDIT), gate),
                new OperationsRoutes(checks(followed, replays, with), with.metrics()));
        return new QueryApp(
                progress,
                rates,
                gate,
                inbox.outbox(),
                routes,
                hub,
                List.of(
                        live::close,
                        replays::close,
                        alerting::close,
                        inbox::close,
                        followUpFeed::close,
                        settingsFeed::close,
                        readModel::close,
                        mirror::close,
                        endOffsets::close));
    }

    private static QuarantineRoutes quarantine(Replays replays, Gate gate, Surroundings with) {
        var reader = new QuarantineReader(with.log());
        var replaying = new Replaying(reader, replays, with.replay(), with.writer(), with.clock());
        return new QuarantineRoutes(
                reader, new NewestFirst<>(with.log(), Topics.DEAD_LETTERS), replays, replaying, gate);
    }

    private static List<ReadinessCheck> checks(
            Map<String, TopicFollower<?, ?>> followed, Replays replays, Surroundings with) {
        var checks = new ArrayList<ReadinessCheck>();
        followed.forEach((name, follower) -> checks.add(
                new ReadinessCheck(name, () -> new ReadinessCheck.State(follower.isCaughtUp(), follower.progress()))));
        checks.add(new ReadinessCheck(
                "quarantine_replays",
                () -> new ReadinessCheck.State(
                        replays.follower().isCaughtUp(), replays.follower().progress())));
        checks.add(ReadinessCheck.of("directory", with.directory()::isReady));
        checks.addAll(with.checks());
        return checks;
    }

    /** The one door to every path of this server, whoever registers it. */
    public Gate gate() {
        return gate;
    }

    /** Adds all routes, and the headers and error answers that hold for the whole server. */
    public void register(JavalinConfig config) {
        routes.register(config);
    }

    /** From now on answers to leads go out this way; without one none do. */
    public void answerThrough(Outbox way) {
        outbox.set(way);
    }

    /** Tells whoever watches what a rule did at Instantly, as the API shows it. */
    public void tellRuleAction(OrganizationId organization, Object view) {
        hub.ruleAction(organization, view);
    }

    /** How much that arrived is not yet in every answer. */
    public long lag() throws InterruptedException {
        return progress.pipeline().lag();
    }

    /** What was counted of a campaign so far, over all time. */
    public Counts countsOfCampaign(Set<OrganizationId> organizations, String campaignId) {
        return rates.find(organizations, new Dimension.Campaign(campaignId))
                .map(view -> view.in(Window.ALL, Instant.MAX))
                .orElseGet(Counts::zero);
    }

    @Override
    public void close() {
        open.forEach(Runnable::run);
    }
}
