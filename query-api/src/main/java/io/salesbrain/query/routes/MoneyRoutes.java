package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.Money;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Timestamps;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.warehouse.Archive;
import io.salesbrain.query.warehouse.Archive.Grouping;
import io.salesbrain.query.warehouse.Archive.Outcome;
import io.salesbrain.query.warehouse.Archive.Span;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What outcomes cost and what comes back. */
public final class MoneyRoutes {
    private static final Set<String> MODELS =
            Set.of("first_touch", "last_touch", "linear", "position_based", "time_decay");
    private static final String DEFAULT_MODEL = "linear";

    private final Archive archive;

    public MoneyRoutes(Archive archive) {
        this.archive = archive;
    }

    public void roi(Context ctx, OrganizationId organization) {
        var grouping = grouping(ctx);
        var model = model(ctx);
        var span = new Span(edge(ctx, "from", 0), edge(ctx, "to", 1));
        if (span.from().isPresent()
                && span.to().isPresent()
                && !span.from().get().isBefore(span.to().get())) {
            throw ApiException.badParameter("to", "to lies after from.");
        }
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 1, List::getFirst);
        var groups = groups(organization, grouping, span);
        var unattributed = grouping == Grouping.ORGANIZATION
                ? List.<Money>of()
                : groups.unattributed().list();
        var found = groups.byKey().values().stream()
                .filter(group -> start.isEmpty() || group.outcome().group().compareTo(start.get()) > 0)
                .limit(limit + 1L)
                .toList();
        var page = Page.of(found, limit, group -> Cursor.of(group.outcome().group()));
        var answer = page.toMap(group -> view(organization, grouping, group));
        answer.put("unattributed", unattributed);
        answer.put("group_by", grouping.name().toLowerCase(Locale.ROOT));
        answer.put("model", model);
        answer.put("from", span.from().orElse(null));
        answer.put("to", span.to().orElse(null));
        Answers.json(ctx, answer);
    }

    private record Group(Outcome outcome, Amounts cost) {}

    private record Groups(Map<String, Group> byKey, Amounts unattributed) {}

    /** Groups that have outcomes, costs or both; a cost without a group of this kind is not attributed. */
    private Groups groups(OrganizationId organization, Grouping grouping, Span span) {
        var groups = new TreeMap<String, Group>();
        archive.outcomes(organization, grouping, span)
                .forEach(outcome -> groups.put(outcome.group(), new Group(outcome, new Amounts())));
        if (grouping == Grouping.ORGANIZATION) {
            groups.computeIfAbsent("", MoneyRoutes::withoutOutcome);
        }
        var unattributed = new Amounts();
        for (var spent : archive.spent(organization, grouping, span)) {
            var key = spent.group();
            if (key == null) {
                unattributed.add(spent.money());
            } else {
                groups.computeIfAbsent(key, MoneyRoutes::withoutOutcome).cost().add(spent.money());
            }
        }
        return new Groups(groups, unattributed);
    }

    private static Group withoutOutcome(String key) {
        return new Group(new Outcome(key, 0, 0, 0, 0, 0), new Amounts());
    }

    private static Map<String, @Nullable Object> view(OrganizationId organization, Grouping grouping, Group group) {
        var outcome = group.outcome();
        var view = new LinkedHashMap<String, @Nullable Object>();
        switch (grouping) {
            case CAMPAIGN -> view.put("campaign_id", outcome.group());
            case ACCOUNT -> view.put("account_id", outcome.group());
            case ORGANIZATION -> view.put("organization_id", organization);
        }
        view.put("emails_sent", outcome.emailsSent());
        view.put("leads_contacted", outcome.leadsContacted());
        view.put("leads_replied", outcome.leadsReplied());
        view.put("positive_replies", outcome.positiveReplies());
        view.put("meetings_booked", outcome.meetingsBooked());
        view.put("deals", 0);
        view.put("cost", group.cost().list());
        view.put("revenue", List.of());
        view.put("roi", returns(group.cost()));
        view.put("cost_per_lead", group.cost().per(outcome.leadsContacted()));
        view.put("cost_per_positive_reply", group.cost().per(outcome.positiveReplies()));
        view.put("cost_per_meeting", group.cost().per(outcome.meetingsBooked()));
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

    private static Grouping grouping(Context ctx) {
        return Parameters.text(ctx, "group_by")
                .map(text -> switch (text) {
                    case "campaign" -> Grouping.CAMPAIGN;
                    case "account" -> Grouping.ACCOUNT;
                    case "organization" -> Grouping.ORGANIZATION;
                    default ->
                        throw ApiException.badParameter("group_by", "group_by is campaign, account or organization.");
                })
                .orElse(Grouping.CAMPAIGN);
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
