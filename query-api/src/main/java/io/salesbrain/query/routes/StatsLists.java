package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.Metric;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.MirrorIndex;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.readmodel.Window;
import io.salesbrain.query.routes.StatsAnswer.AccountLine;
import io.salesbrain.query.routes.StatsAnswer.Accounts;
import io.salesbrain.query.routes.StatsAnswer.CampaignLine;
import io.salesbrain.query.routes.StatsAnswer.Campaigns;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Campaigns and accounts with their counts and rates, by organization and id. */
public final class StatsLists {
    public static final Operation CAMPAIGNS = Operation.says(
                    Tag.STATISTICS, "The organization's campaigns with their figures.")
            .with(StatsRoutes.WINDOW)
            .paged()
            .answers(Campaigns.class);

    public static final Operation ACCOUNTS = Operation.says(
                    Tag.STATISTICS, "The organization's mailboxes with their limits, health and figures.")
            .with(StatsRoutes.WINDOW)
            .paged()
            .answers(Accounts.class);

    public static final Operation ALL_CAMPAIGNS = Operation.says(
                    Tag.STATISTICS, "The campaigns of all organizations, or of one.")
            .with(StatsRoutes.OF_ORGANIZATION, StatsRoutes.WINDOW)
            .paged()
            .answers(Campaigns.class);

    public static final Operation ALL_ACCOUNTS = Operation.says(
                    Tag.STATISTICS, "The mailboxes of all organizations, or of one.")
            .with(StatsRoutes.OF_ORGANIZATION, StatsRoutes.WINDOW)
            .paged()
            .answers(Accounts.class);

    /** One line: a campaign or an account of an organization. */
    private record Line(OrganizationId organization, String id) {
        String cursor() {
            return Cursor.of(organization.value(), id);
        }
    }

    /** The ids of one organization behind an id, in order, at most so many. */
    @FunctionalInterface
    private interface Ids {
        List<String> behind(OrganizationId organization, Optional<String> id, int limit);
    }

    private final RateIndex rates;
    private final MirrorIndex mirror;
    private final HealthView health;
    private final CampaignNames names;
    private final Gate gate;
    private final InstantSource clock;

    public StatsLists(
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

    public void campaigns(Context ctx, OrganizationId organization) {
        campaigns(ctx, List.of(organization));
    }

    public void accounts(Context ctx, OrganizationId organization) {
        accounts(ctx, List.of(organization));
    }

    /** For an administrator: of all organizations, or of the one asked for. */
    public void allCampaigns(Context ctx) {
        campaigns(ctx, owners(ctx));
    }

    public void allAccounts(Context ctx) {
        accounts(ctx, owners(ctx));
    }

    private Collection<OrganizationId> owners(Context ctx) {
        var asked = Parameters.text(ctx, "organization_id");
        return asked.isEmpty() ? rates.organizations() : List.of(gate.existing(asked.get()));
    }

    private void campaigns(Context ctx, Collection<OrganizationId> owners) {
        var window = Parameters.window(ctx);
        var page = page(ctx, owners, either(rates::campaignsAfter, mirror::campaignsAfter))
                .map(line -> campaign(line, window));
        Answers.json(ctx, new Campaigns(page.items(), page.nextStartingAfter(), Figures.DEFINITIONS));
    }

    private CampaignLine campaign(Line line, Window window) {
        var seen = mirror.campaign(line.organization(), line.id());
        var view = view(line.organization(), new Dimension.Campaign(line.id()));
        var counts = view.in(window, clock.instant());
        return new CampaignLine(
                line.organization(),
                line.id(),
                seen.map(InstantlyMirror.Campaign::name)
                        .orElseGet(() -> names.of(line.organization()).get(line.id())),
                seen.map(InstantlyMirror.Campaign::statusLabel).orElse(null),
                seen.map(InstantlyMirror.Campaign::dailyLimit).orElse(null),
                counts.get(Metric.LEADS_CONTACTED),
                new Figures(counts),
                view.updatedAt().orElse(null));
    }

    private void accounts(Context ctx, Collection<OrganizationId> owners) {
        var window = Parameters.window(ctx);
        var page = page(ctx, owners, either(rates::accountsAfter, mirror::accountsAfter))
                .map(line -> account(line, window));
        Answers.json(ctx, new Accounts(page.items(), page.nextStartingAfter(), Figures.DEFINITIONS));
    }

    private AccountLine account(Line line, Window window) {
        var view = view(line.organization(), new Dimension.Account(line.id()));
        var now = clock.instant();
        return new AccountLine(
                line.organization(),
                AccountView.of(line.id(), view, mirror.account(line.organization(), line.id()), now),
                health.of(line.id(), view, now),
                new Figures(view.in(window, now)),
                view.updatedAt().orElse(null));
    }

    private RateIndex.View view(OrganizationId organization, Dimension dimension) {
        return rates.find(List.of(organization), dimension).orElseGet(rates::nothing);
    }

    /** What has counts, and what a sync saw although nothing was sent yet. */
    private static Ids either(Ids counted, Ids seen) {
        return (organization, id, limit) -> Stream.concat(
                        counted.behind(organization, id, limit).stream(), seen.behind(organization, id, limit).stream())
                .sorted()
                .distinct()
                .limit(limit)
                .toList();
    }

    private static Page<Line> page(Context ctx, Collection<OrganizationId> owners, Ids ids) {
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 2, parts -> new Line(new OrganizationId(parts.get(0)), parts.get(1)));
        var found = new ArrayList<Line>();
        for (var owner : owners) {
            int comparison =
                    start.map(line -> owner.compareTo(line.organization())).orElse(1);
            if (comparison >= 0 && found.size() <= limit) {
                var behind = comparison == 0 ? start.map(Line::id) : Optional.<String>empty();
                ids.behind(owner, behind, limit + 1 - found.size()).forEach(id -> found.add(new Line(owner, id)));
            }
        }
        return Page.of(found, limit, Line::cursor);
    }
}
