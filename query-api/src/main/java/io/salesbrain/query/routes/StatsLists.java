package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.MirrorIndex;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.readmodel.Window;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Campaigns and accounts with their counts and rates, by organization and id. */
public final class StatsLists {
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
        var page = page(ctx, owners, either(rates::campaignsAfter, mirror::campaignsAfter));
        answer(ctx, page, line -> {
            var seen = mirror.campaign(line.organization(), line.id());
            var view = view(line.organization(), new Dimension.Campaign(line.id()));
            var item = new LinkedHashMap<String, @Nullable Object>();
            item.put("organization_id", line.organization());
            item.put("campaign_id", line.id());
            item.put(
                    "campaign_name",
                    seen.map(InstantlyMirror.Campaign::name)
                            .orElseGet(() -> names.of(line.organization()).get(line.id())));
            item.put("status", seen.map(InstantlyMirror.Campaign::statusLabel).orElse(null));
            item.put(
                    "daily_limit",
                    seen.map(InstantlyMirror.Campaign::dailyLimit).orElse(null));
            StatsView.addTotalLeads(item, view.in(window, clock.instant()));
            addStats(item, view, window);
            return item;
        });
    }

    private void accounts(Context ctx, Collection<OrganizationId> owners) {
        var window = Parameters.window(ctx);
        answer(ctx, page(ctx, owners, either(rates::accountsAfter, mirror::accountsAfter)), line -> {
            var view = view(line.organization(), new Dimension.Account(line.id()));
            var item = new LinkedHashMap<String, @Nullable Object>();
            item.put("organization_id", line.organization());
            StatsView.addAccount(
                    item, line.id(), view, mirror.account(line.organization(), line.id()), clock.instant());
            health.addTo(item, line.id(), view, clock.instant());
            addStats(item, view, window);
            return item;
        });
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

    private void addStats(Map<String, @Nullable Object> item, RateIndex.View view, Window window) {
        StatsView.addTo(item, view.in(window, clock.instant()));
        item.put("timestamp_last_updated", view.updatedAt().orElse(null));
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

    private static void answer(Context ctx, Page<Line> page, Function<Line, Map<String, @Nullable Object>> view) {
        var answer = page.toMap(view);
        answer.put("definitions", StatsView.definitions());
        Answers.json(ctx, answer);
    }
}
