package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.salesbrain.simulator.delivery.JournalEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was sent or should have been, to look up and to fetch what one missed: every try by itself, the newest first. */
final class WebhookEventRoutes {
    private static final String PATH = ApiRoutes.BASE + "/webhook-events";

    private final Workspaces workspaces;

    WebhookEventRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.get(PATH + "/summary", this::summary);
        routes.get(PATH + "/summary-by-date", this::summaryByDate);
        routes.get(PATH + "/{id}", this::one);
    }

    private void list(Context context) {
        Workspace workspace = workspaces.of(context);
        int limit = Pages.limit(context.queryParam("limit"));
        Predicate<JournalEntry> wanted = window(context).and(success(context)).and(search(context));
        // One more than asked for tells whether there is a next page.
        List<JournalEntry> found = workspace.subscriptions().journal().newest(after(context), wanted, limit + 1);
        List<JournalEntry> shown = found.subList(0, Math.min(limit, found.size()));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        shown.forEach(entry -> items.add(view(workspace, entry)));
        if (found.size() > limit) {
            page.put("next_starting_after", shown.getLast().id().toString());
        }
        Requests.answer(context, page);
    }

    private void one(Context context) {
        Workspace workspace = workspaces.of(context);
        JournalEntry entry = Requests.uuid(context.pathParam("id"))
                .flatMap(workspace.subscriptions().journal()::find)
                .orElseThrow(() -> new ApiError(HttpStatus.NOT_FOUND, "Webhook event not found"));
        Requests.answer(context, view(workspace, entry));
    }

    private void summary(Context context) {
        List<JournalEntry> entries = entries(context);
        ObjectNode summary = counts(JsonNodeFactory.instance.objectNode(), entries);
        double rate = summary.path("success_rate").asDouble();
        Requests.answer(context, summary.put("failure_rate", entries.isEmpty() ? 0 : 100 - rate));
    }

    private void summaryByDate(Context context) {
        Map<LocalDate, List<JournalEntry>> byDate = entries(context).stream()
                .collect(Collectors.groupingBy(entry -> date(entry.created()), TreeMap::new, Collectors.toList()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        byDate.forEach((date, entries) -> counts(items.addObject().put("date", date.toString()), entries));
        Requests.answer(context, answer);
    }

    private List<JournalEntry> entries(Context context) {
        return workspaces.of(context).subscriptions().journal().all(window(context));
    }

    private static ObjectNode counts(ObjectNode node, List<JournalEntry> entries) {
        long successful = entries.stream().filter(JournalEntry::successful).count();
        return node.put("total_events", entries.size())
                .put("successful_events", successful)
                .put("failed_events", entries.size() - successful)
                .put("success_rate", entries.isEmpty() ? 0 : 100.0 * successful / entries.size());
    }

    private static ObjectNode view(Workspace workspace, JournalEntry entry) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("id", entry.id().toString())
                .put("timestamp_created", millis(entry.created()))
                .put("timestamp_created_date", date(entry.created()).toString())
                .put("organization_id", workspace.organization().workspaceId().toString())
                .put("success", entry.successful())
                .put("retry_count", entry.retryCount())
                .put("will_retry", entry.nextRetry().isPresent())
                .put("webhook_url", entry.url())
                .putRawValue("payload", new RawValue(entry.payload()));
        entry.status().ifPresent(status -> view.put("status_code", status));
        entry.error().ifPresent(error -> view.put("error_message", error));
        entry.responseTimeMs().ifPresent(time -> view.put("response_time_ms", time));
        entry.nextRetry().ifPresent(next -> view.put("timestamp_next_retry", millis(next)));
        entry.retryGroup().ifPresent(group -> view.put("retry_group_id", group.toString()));
        entry.retrySuccessful().ifPresent(success -> view.put("retry_successful", success));
        if (!entry.leadEmail().isEmpty()) {
            view.put("lead_email", entry.leadEmail());
        }
        return view;
    }

    private static Optional<UUID> after(Context context) {
        Optional<String> cursor =
                Optional.ofNullable(context.queryParam("starting_after")).filter(text -> !text.isEmpty());
        return cursor.map(text -> Requests.uuid(text)
                .orElseThrow(() -> Requests.badRequest("querystring/starting_after is not a cursor of this list")));
    }

    private static Predicate<JournalEntry> success(Context context) {
        String success = context.queryParam("success");
        if (success == null) {
            return entry -> true;
        }
        if (!success.equals("true") && !success.equals("false")) {
            throw Requests.badRequest("querystring/success must be boolean");
        }
        boolean wanted = success.equals("true");
        return entry -> entry.successful() == wanted;
    }

    private static Predicate<JournalEntry> search(Context context) {
        String search = context.queryParam("search");
        return entry -> search == null
                || entry.url().equals(search)
                || entry.leadEmail().equals(search);
    }

    /** Days in UTC, both ends included. */
    private static Predicate<JournalEntry> window(Context context) {
        Optional<LocalDate> from = day("from", context.queryParam("from"));
        Optional<LocalDate> to = day("to", context.queryParam("to"));
        return entry -> from.filter(date(entry.created())::isBefore).isEmpty()
                && to.filter(date(entry.created())::isAfter).isEmpty();
    }

    private static Optional<LocalDate> day(String name, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Requests.badRequest("querystring/" + name + " must match format \"date\"");
        }
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
