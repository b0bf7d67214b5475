package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/** Mailboxes, known by their addresses, and how their warm-up goes. */
final class AccountRoutes {
    private static final String PATH = ApiRoutes.BASE + "/accounts";
    private static final int MOST_WARMUPS = 100;
    private static final int WARMUP_DAYS = 7;
    private static final int WARMUP_PER_DAY = 10;
    private static final int FULL_SCORE = 100;

    private final Workspaces workspaces;

    AccountRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.get(PATH + "/analytics/daily", this::daily);
        routes.post(PATH + "/warmup-analytics", this::warmup);
        routes.get(PATH + "/{email}", this::one);
        routes.post(PATH + "/{email}/pause", context -> setStatus(context, AccountFile.PAUSED));
        routes.post(PATH + "/{email}/resume", context -> setStatus(context, AccountFile.ACTIVE));
    }

    /** The cursor of this list is not the address alone. */
    private void list(Context context) {
        Requests.answer(
                context,
                Pages.page(
                        context,
                        workspaces.of(context).accounts().all(),
                        account -> account.path("timestamp_created").asText() + "&"
                                + account.path("email").asText(),
                        account -> account));
    }

    private void one(Context context) {
        Requests.answer(context, workspaces.of(context).accounts().get(context.pathParam("email")));
    }

    private void setStatus(Context context, int status) {
        Requests.answer(context, workspaces.of(context).accounts().setStatus(context.pathParam("email"), status));
    }

    private void daily(Context context) {
        Set<String> asked = Set.copyOf(context.queryParams("emails"));
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        workspaces
                .of(context)
                .figures()
                .by(
                        Figures.within(Requests.day(context, "start_date"), Requests.day(context, "end_date"))
                                .and(cell -> !cell.account().isEmpty()
                                        && (asked.isEmpty() || asked.contains(cell.account()))),
                        cell -> cell.day() + " " + cell.account())
                .forEach((key, tally) -> tally.describeRow(rows.addObject()
                        .put("date", key.substring(0, key.indexOf(' ')))
                        .put("email_account", key.substring(key.indexOf(' ') + 1))
                        .put("bounced", tally.total("email_bounced"))
                        .put("contacted", tally.distinct("email_sent"))
                        .put("new_leads_contacted", tally.distinct("email_sent"))));
        Requests.answer(context, rows);
    }

    private void warmup(Context context) {
        var emails = Requests.body(context).path("emails");
        if (!emails.isArray() || emails.size() > MOST_WARMUPS) {
            throw Requests.badRequest("body/emails must be an array of at most " + MOST_WARMUPS + " items");
        }
        AccountFile accounts = workspaces.of(context).accounts();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode byDay = answer.putObject("email_date_data");
        ObjectNode totals = answer.putObject("aggregate_data");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        emails.forEach(email -> {
            int score = accounts.get(email.asText()).path("stat_warmup_score").asInt();
            int inbox = WARMUP_PER_DAY * score / FULL_SCORE;
            ObjectNode days = byDay.putObject(email.asText());
            for (int ago = WARMUP_DAYS; ago > 0; ago--) {
                days.set(today.minusDays(ago).toString(), counts(1, inbox));
            }
            totals.set(
                    email.asText(),
                    counts(WARMUP_DAYS, inbox).put("health_score", score).put("health_score_label", score + "%"));
        });
        Requests.answer(context, answer);
    }

    private static ObjectNode counts(int days, int inbox) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sent", days * WARMUP_PER_DAY)
                .put("received", days * WARMUP_PER_DAY)
                .put("landed_inbox", days * inbox)
                .put("landed_spam", days * (WARMUP_PER_DAY - inbox));
    }
}
