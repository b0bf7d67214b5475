package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.clickhouse.query.RoiQuery.GroupBy;
import io.salesbrain.clickhouse.query.RoiReport.Group;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Timestamps;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.warehouse.Archive;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What outcomes cost and what comes back. */
public final class MoneyRoutes {
    private static final Set<String> MODELS =
            Set.of("first_touch", "last_touch", "linear", "position_based", "time_decay");
    private static final String DEFAULT_MODEL = "linear";

    private static final List<Metric> SHOWN = List.of(
            Metric.EMAILS_SENT,
            Metric.LEADS_CONTACTED,
            Metric.LEADS_REPLIED,
            Metric.POSITIVE_REPLIES,
            Metric.MEETINGS_BOOKED);

    private final Archive archive;

    public MoneyRoutes(Archive archive) {
        this.archive = archive;
    }

    public void roi(Context ctx, OrganizationId organization) {
        var groupBy = groupBy(ctx);
        var model = model(ctx);
        var from = edge(ctx, "from", 0);
        var to = edge(ctx, "to", 1);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw ApiException.badParameter("to", "to lies after from.");
        }
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 1, List::getFirst);
        var report = archive.roi(organization, from.orElse(Instant.MIN), to.orElse(Instant.MAX), groupBy);
        var groups = report.groups();
        if (groups.isEmpty() && groupBy == GroupBy.ORGANIZATION) {
            groups = List.of(new Group(new Dimension.Organization(), Counts.zero(), List.of()));
        }
        var found = groups.stream()
                .filter(group -> start.isEmpty() || key(group.of()).compareTo(start.get()) > 0)
                .limit(limit + 1L)
                .toList();
        var page = Page.of(found, limit, group -> Cursor.of(key(group.of())));
        var answer = page.toMap(group -> view(organization, group));
        answer.put("unattributed", Amounts.of(report.unattributed()).list());
        answer.put("group_by", groupBy.name().toLowerCase(Locale.ROOT));
        answer.put("model", model);
        answer.put("from", from.orElse(null));
        answer.put("to", to.orElse(null));
        Answers.json(ctx, answer);
    }

    /** Groups come in this order. */
    private static String key(Dimension of) {
        return switch (of) {
            case Dimension.Organization() -> "";
            case Dimension.Campaign(var id) -> id;
            case Dimension.Account(var account) -> account;
            case Dimension.Step(var id, var step) ->
                "%s\0%05d%05d%05d".formatted(id, step.sequence(), step.step(), step.variant());
        };
    }

    private static Map<String, @Nullable Object> view(OrganizationId organization, Group group) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        switch (group.of()) {
            case Dimension.Organization() -> view.put("organization_id", organization);
            case Dimension.Campaign(var id) -> view.put("campaign_id", id);
            case Dimension.Account(var account) -> view.put("account_id", account);
            case Dimension.Step(var id, var step) -> {
                view.put("campaign_id", id);
                EventView.addStep(view, step);
            }
        }
        var counts = group.counts();
        for (var metric : SHOWN) {
            view.put(metric.label(), counts.get(metric));
        }
        var cost = Amounts.of(group.cost());
        view.put("deals", 0);
        view.put("cost", cost.list());
        view.put("revenue", List.of());
        view.put("roi", returns(cost));
        view.put("cost_per_lead", cost.per(counts.get(Metric.LEADS_CONTACTED)));
        view.put("cost_per_positive_reply", cost.per(counts.get(Metric.POSITIVE_REPLIES)));
        view.put("cost_per_meeting", cost.per(counts.get(Metric.MEETINGS_BOOKED)));
        view.put("cost_per_deal", List.of());
        return view;
    }

    /** (revenue − cost) / cost: with money spent and none come back that is −1; without money spent there is none. */
    private static List<Map<String, Object>> returns(Amounts cost) {
        var returns = new ArrayList<Map<String, Object>>();
        for (var spent : cost.list()) {
            if (spent.amount().signum() > 0) {
                returns.add(Map.of("currency", spent.currency(), "value", -1.0));
            }
        }
        return returns;
    }

    private static GroupBy groupBy(Context ctx) {
        return Parameters.text(ctx, "group_by")
                .map(text -> switch (text) {
                    case "campaign" -> GroupBy.CAMPAIGN;
                    case "account" -> GroupBy.ACCOUNT;
                    case "step" -> GroupBy.STEP;
                    case "organization" -> GroupBy.ORGANIZATION;
                    default ->
                        throw ApiException.badParameter(
                                "group_by", "group_by is campaign, account, step or organization.");
                })
                .orElse(GroupBy.CAMPAIGN);
    }

    private static String model(Context ctx) {
        var model = Parameters.text(ctx, "model").orElse(DEFAULT_MODEL);
        if (!MODELS.contains(model)) {
            throw ApiException.badParameter(
                    "model", "model is first_touch, last_touch, linear, position_based or time_decay.");
        }
        return model;
    }

    /** A time, or a day of UTC: the span then begins with its first, or ends with its last moment. */
    private static Optional<Instant> edge(Context ctx, String name, int daysLater) {
        return Parameters.text(ctx, name).map(text -> {
            var time = Timestamps.parse(text.replace(' ', '+'));
            if (time.isPresent()) {
                return time.get();
            }
            try {
                return LocalDate.parse(text)
                        .plusDays(daysLater)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
            } catch (DateTimeParseException e) {
                throw (ApiException) ApiException.badParameter(
                                name, name + " is a day such as 2026-01-31, or a time in RFC 3339 with an offset.")
                        .initCause(e);
            }
        });
    }
}
