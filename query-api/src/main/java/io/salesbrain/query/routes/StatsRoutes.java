package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.Metric;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.MirrorIndex;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.readmodel.Window;
import io.salesbrain.query.routes.StatsAnswer.AccountDays;
import io.salesbrain.query.routes.StatsAnswer.AccountStats;
import io.salesbrain.query.routes.StatsAnswer.AccountTotals;
import io.salesbrain.query.routes.StatsAnswer.CampaignDays;
import io.salesbrain.query.routes.StatsAnswer.CampaignStats;
import io.salesbrain.query.routes.StatsAnswer.CampaignTotals;
import io.salesbrain.query.routes.StatsAnswer.DayFigures;
import io.salesbrain.query.routes.StatsAnswer.OrganizationDays;
import io.salesbrain.query.routes.StatsAnswer.OrganizationStats;
import io.salesbrain.query.routes.StatsAnswer.OrganizationTotals;
import io.salesbrain.query.routes.StatsAnswer.StepFigures;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts and rates of one organization, campaign or account. */
public final class StatsRoutes {
    static final Parameter CAMPAIGN_ID = Parameter.path("id", "Instantly's id of the campaign.", "campaign-1");
    static final Parameter ACCOUNT_ID = Parameter.path("id", "The mailbox' e-mail address.", "sales@agency.example");
    static final Parameter OF_ORGANIZATION =
            Parameter.text("organization_id", "Only this organization's; without it those of all.");
    static final Parameter WINDOW = Parameter.oneOf(
            "window", "The span, rolling, in whole hours of UTC.", List.of("24h", "7d", "30d", "all"), "all");

    private static final Parameter GROUP_BY =
            Parameter.oneOf("group_by", "By day instead of as a whole.", List.of("day"), "");

    public static final Operation ORGANIZATION = Operation.says(Tag.STATISTICS, "Counts and rates of the organization.")
            .with(WINDOW.with("30d"), GROUP_BY)
            .answers(OrganizationStats.class);

    public static final Operation CAMPAIGN = Operation.says(
                    Tag.STATISTICS, "Counts and rates of a campaign, its steps and their variants.")
            .with(CAMPAIGN_ID, WINDOW, GROUP_BY)
            .answers(CampaignStats.class);

    public static final Operation ACCOUNT = Operation.says(
                    Tag.STATISTICS, "Counts and rates of a mailbox, its limits and its health.")
            .with(ACCOUNT_ID, WINDOW, GROUP_BY)
            .answers(AccountStats.class);

    public static final Operation ANY_CAMPAIGN = Operation.says(
                    Tag.STATISTICS, "Counts and rates of a campaign, whosever it is.")
            .with(CAMPAIGN_ID, OF_ORGANIZATION, WINDOW, GROUP_BY)
            .answers(CampaignStats.class);

    public static final Operation ANY_ACCOUNT = Operation.says(
                    Tag.STATISTICS, "Counts and rates of a mailbox, whosever it is.")
            .with(ACCOUNT_ID, OF_ORGANIZATION, WINDOW, GROUP_BY)
            .answers(AccountStats.class);

    private final RateIndex rates;
    private final MirrorIndex mirror;
    private final HealthView health;
    private final CampaignNames names;
    private final Gate gate;
    private final InstantSource clock;

    public StatsRoutes(
            RateIndex rates,
            MirrorIndex mirror,
            HealthView health,
            CampaignNames names,
            Gate gate,
            InstantSource clock) {
        this.rates = rates;
        this.mirror = mirror;
        this.health = health;
        this.names = names;
        this.gate = gate;
        this.clock = clock;
    }

    public void organization(Context ctx, OrganizationId organization) {
        var view =
                rates.find(List.of(organization), new Dimension.Organization()).orElse(rates.nothing());
        var window = Parameters.window(ctx);
        var now = clock.instant();
        var updatedAt = view.updatedAt().orElse(null);
        Answers.json(
                ctx,
                Parameters.byDay(ctx)
                        ? new OrganizationDays(
                                organization, window.label(), days(view, window, now), updatedAt, Figures.DEFINITIONS)
                        : new OrganizationTotals(
                                organization,
                                window.label(),
                                new Figures(view.in(window, now)),
                                updatedAt,
                                Figures.DEFINITIONS));
    }

    public void campaign(Context ctx, OrganizationId organization) {
        campaign(ctx, List.of(organization));
    }

    public void account(Context ctx, OrganizationId organization) {
        account(ctx, List.of(organization));
    }

    /** For an administrator: of all organizations, or of the one asked for. */
    public void anyCampaign(Context ctx) {
        campaign(ctx, owners(ctx));
    }

    public void anyAccount(Context ctx) {
        account(ctx, owners(ctx));
    }

    private Collection<OrganizationId> owners(Context ctx) {
        var asked = Parameters.text(ctx, "organization_id");
        return asked.isEmpty() ? rates.organizations() : List.of(gate.existing(asked.get()));
    }

    private void campaign(Context ctx, Collection<OrganizationId> owners) {
        var id = ctx.pathParam("id");
        var view = rates.find(owners, new Dimension.Campaign(id))
                .orElseThrow(() -> ApiException.notFound("There is no campaign " + id + "."));
        var name = names.of(view.owners().getLast()).get(id);
        var window = Parameters.window(ctx);
        var now = clock.instant();
        var updatedAt = view.updatedAt().orElse(null);
        if (Parameters.byDay(ctx)) {
            Answers.json(
                    ctx,
                    new CampaignDays(
                            owner(view),
                            id,
                            name,
                            window.label(),
                            days(view, window, now),
                            updatedAt,
                            Figures.DEFINITIONS));
            return;
        }
        var counts = view.in(window, now);
        Answers.json(
                ctx,
                new CampaignTotals(
                        owner(view),
                        id,
                        name,
                        counts.get(Metric.LEADS_CONTACTED),
                        steps(view.owners(), id, window),
                        window.label(),
                        new Figures(counts),
                        updatedAt,
                        Figures.DEFINITIONS));
    }

    private void account(Context ctx, Collection<OrganizationId> owners) {
        var asked = ctx.pathParam("id");
        var account = EmailAddress.parse(asked).orElse(asked);
        var view = rates.find(owners, new Dimension.Account(account))
                .orElseThrow(() -> ApiException.notFound("There is no account " + asked + "."));
        var now = clock.instant();
        // A mailbox has one state, whoever of several owners sends from it.
        var seen = view.owners().stream()
                .flatMap(owner -> mirror.account(owner, account).stream())
                .findFirst();
        var state = AccountView.of(account, view, seen, now);
        var wellness = health.of(account, view, now);
        var window = Parameters.window(ctx);
        var updatedAt = view.updatedAt().orElse(null);
        Answers.json(
                ctx,
                Parameters.byDay(ctx)
                        ? new AccountDays(
                                owner(view),
                                state,
                                wellness,
                                window.label(),
                                days(view, window, now),
                                updatedAt,
                                Figures.DEFINITIONS)
                        : new AccountTotals(
                                owner(view),
                                state,
                                wellness,
                                window.label(),
                                new Figures(view.in(window, now)),
                                updatedAt,
                                Figures.DEFINITIONS));
    }

    /** What several organizations have in common belongs to none of them. */
    private static @Nullable OrganizationId owner(RateIndex.View view) {
        var owners = view.owners();
        return owners.size() == 1 ? owners.getFirst() : null;
    }

    private static List<DayFigures> days(RateIndex.View view, Window window, Instant now) {
        var items = new ArrayList<DayFigures>();
        view.days(window, now).forEach((day, counts) -> items.add(new DayFigures(day, new Figures(counts))));
        return items;
    }

    private List<StepFigures> steps(Collection<OrganizationId> owners, String campaignId, Window window) {
        var items = new ArrayList<StepFigures>();
        for (var step : rates.steps(owners, campaignId)) {
            rates.find(owners, new Dimension.Step(campaignId, step)).ifPresent(view -> {
                var counts = view.in(window, clock.instant());
                if (!counts.isZero()) {
                    items.add(new StepFigures(
                            EventView.sequence(step),
                            EventView.step(step),
                            EventView.variant(step),
                            new Figures(counts)));
                }
            });
        }
        return items;
    }
}
