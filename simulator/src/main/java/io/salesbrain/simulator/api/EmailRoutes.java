package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The Unibox. */
final class EmailRoutes {
    private static final String PATH = ApiRoutes.BASE + "/emails";
    private static final String THREAD = "thread:";

    private final Workspaces workspaces;

    EmailRoutes(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.get(PATH + "/unread/count", this::unread);
        routes.get(PATH + "/{id}", this::one);
        routes.post(PATH + "/reply", this::reply);
    }

    private void list(Context context) {
        Workspace workspace = workspaces.of(context);
        workspace.emailQuota().take(System.currentTimeMillis());
        Predicate<ObjectNode> wanted = equal(context, "campaign_id", "campaign_id")
                .and(equal(context, "lead", "lead"))
                .and(equal(context, "eaccount", "eaccount"))
                .and(type(context.queryParam("email_type")))
                .and(time(context))
                .and(thread(Optional.ofNullable(context.queryParam("search"))));
        List<ObjectNode> found = workspace.mails().all(wanted);
        Requests.answer(
                context,
                Pages.page(
                        context,
                        "asc".equals(context.queryParam("sort_order")) ? found : found.reversed(),
                        mail -> mail.path("id").asText(),
                        mail -> mail));
    }

    private static Predicate<ObjectNode> equal(Context context, String parameter, String field) {
        String asked = context.queryParam(parameter);
        return mail -> asked == null || mail.path(field).asText().equals(asked);
    }

    private static Predicate<ObjectNode> type(@Nullable String asked) {
        return mail -> asked == null
                || mail.path("ue_type").asInt()
                        == switch (asked) {
                            case "received" -> MailFile.RECEIVED;
                            case "sent" -> MailFile.SENT;
                            case "manual" -> MailFile.MANUAL;
                            default ->
                                throw Requests.badRequest(
                                        "querystring/email_type must be equal to one of the allowed values");
                        };
    }

    private static Predicate<ObjectNode> time(Context context) {
        String from = context.queryParam("min_timestamp_created");
        String to = context.queryParam("max_timestamp_created");
        return mail -> {
            String at = mail.path("timestamp_created").asText();
            return (from == null || at.compareTo(from) >= 0) && (to == null || at.compareTo(to) <= 0);
        };
    }

    private static Predicate<ObjectNode> thread(Optional<String> search) {
        return mail -> search.map(text -> text.startsWith(THREAD)
                        ? mail.path("thread_id").asText().equals(text.substring(THREAD.length()))
                        : mail.path("lead").asText().equals(text))
                .orElse(true);
    }

    private void unread(Context context) {
        int count = workspaces
                .of(context)
                .mails()
                .all(mail -> mail.path("is_unread").asInt() == 1)
                .size();
        Requests.answer(context, JsonNodeFactory.instance.objectNode().put("count", count));
    }

    private void one(Context context) {
        Requests.answer(
                context,
                workspaces.of(context).mails().find(context.pathParam("id")).orElseThrow(EmailRoutes::missing));
    }

    private void reply(Context context) {
        Workspace workspace = workspaces.of(context);
        JsonNode body = Requests.body(context);
        for (String field : List.of("reply_to_uuid", "eaccount", "subject")) {
            if (!body.path(field).isTextual()) {
                throw Requests.badRequest("body must have required property '" + field + "'");
            }
        }
        if (!body.path("body").isObject()) {
            throw Requests.badRequest("body must have required property 'body'");
        }
        workspace.accounts().get(body.path("eaccount").asText());
        Requests.answer(
                context,
                workspace
                        .mails()
                        .reply(
                                body.path("reply_to_uuid").asText(),
                                body.path("eaccount").asText(),
                                body.path("subject").asText(),
                                body.path("body"),
                                CampaignFile.now())
                        .orElseThrow(EmailRoutes::missing));
    }

    private static ApiError missing() {
        return new ApiError(HttpStatus.NOT_FOUND, "Email not found");
    }
}
