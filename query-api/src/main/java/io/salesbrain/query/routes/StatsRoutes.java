package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.MirrorIndex;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.readmodel.Window;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts and rates of one organization, campaign or account. */
public final class StatsRoutes {
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
        var head = new LinkedHashMap<String, @Nullable Object>();
        head.put("organization_id", organization);
        answer(ctx, head, view);
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
        var head = new LinkedHashMap<String, @Nullable Object>();
        addOwner(head, view);
        head.put("campaign_id", id);
        head.put("campaign_name", names.of(view.owners().getLast()).get(id));
        if (!Parameters.byDay(ctx)) {
            var window = Parameters.window(ctx);
            StatsView.addTotalLeads(head, view.in(window, clock.instant()));
            head.put("steps", steps(view.owners(), id, window));
        }
        answer(ctx, head, view);
    }

    private void account(Context ctx, Collection<OrganizationId> owners) {
        var asked = ctx.pathParam("id");
        var account = EmailAddress.parse(asked).orElse(asked);
        var view = rates.find(owners, new Dimension.Account(account))
                .orElseThrow(() -> ApiException.notFound("There is no account " + asked + "."));
        var head = new LinkedHashMap<String, @Nullable Object>();
        addOwner(head, view);
        // A mailbox has one state, whoever of several owners sends from it.
        var seen = view.owners().stream()
                .flatMap(owner -> mirror.account(owner, account).stream())
                .findFirst();
        StatsView.addAccount(head, account, view, seen, clock.instant());
        health.addTo(head, account, view, clock.instant());
        answer(ctx, head, view);
    }

    /** What several organizations have in common belongs to none of them. */
    private static void addOwner(Map<String, @Nullable Object> head, RateIndex.View view) {
        var owners = view.owners();
        head.put("organization_id", owners.size() == 1 ? owners.getFirst() : null);
    }

    private void answer(Context ctx, Map<String, @Nullable Object> head, RateIndex.View view) {
        var now = clock.instant();
        var window = Parameters.window(ctx);
        var answer = new LinkedHashMap<>(head);
        answer.put("window", window.label());
        if (Parameters.byDay(ctx)) {
            answer.put("items", days(view, window, now));
        } else {
            StatsView.addTo(answer, view.in(window, now));
        }
        answer.put("timestamp_last_updated", view.updatedAt().orElse(null));
        answer.put("definitions", StatsView.definitions());
        Answers.json(ctx, answer);
    }

    private static List<Map<String, @Nullable Object>> days(RateIndex.View view, Window window, Instant now) {
        var items = new ArrayList<Map<String, @Nullable Object>>();
        view.days(window, now).forEach((day, counts) -> {
            var item = new LinkedHashMap<String, @Nullable Object>();
            item.put("day", day);
            StatsView.addTo(item, counts);
            items.add(item);
        });
        return items;
    }

    private List<Map<String, @Nullable Object>> steps(
            Collection<OrganizationId> owners, String campaignId, Window window) {
        var items = new ArrayList<Map<String, @Nullable Object>>();
        for (var step : rates.steps(owners, campaignId)) {
            rates.find(owners, new Dimension.Step(campaignId, step)).ifPresent(view -> {
                var counts = view.in(window, clock.instant());
                if (!counts.isZero()) {
                    var item = new LinkedHashMap<String, @Nullable Object>();
                    EventView.addStep(item, step);
                    StatsView.addTo(item, counts);
                    items.add(item);
                }
            });
        }
        return items;
    }
}
