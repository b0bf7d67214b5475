package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.world.Seeds;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The Unibox of a workspace: what was sent and what came back, the newest {@link #MOST}. */
final class MailFile {
    static final int MOST = 20_000;
    static final int SENT = 1;
    static final int RECEIVED = 2;
    static final int MANUAL = 3;

    private final long seed;
    private final String organization;
    private final Deque<ObjectNode> mails = new ArrayDeque<>();

    MailFile(long seed, String organization) {
        this.seed = seed;
        this.organization = organization;
    }

    /** Sends and replies are messages; the other events are not. */
    synchronized void note(String type, JsonNode event) {
        switch (type) {
            case "email_sent" -> keep(sent(event));
            case "reply_received" -> keep(received(event).put("is_auto_reply", 0));
            case "auto_reply_received" -> keep(received(event).put("is_auto_reply", 1));
            default -> {
                // Opens, clicks, labels: not in the Unibox.
            }
        }
    }

    private ObjectNode sent(JsonNode event) {
        UUID id = Seeds.uuid(
                seed,
                52,
                Seeds.ofText(event.path("campaign_id").asText()),
                Seeds.ofText(event.path("lead_email").asText()),
                event.path("step").asInt());
        ObjectNode mail = common(id.toString(), SENT, event)
                .put("subject", event.path("email_subject").asText())
                .put("from_address_email", event.path("email_account").asText())
                .put("to_address_email_list", event.path("lead_email").asText())
                .put(
                        "step",
                        "0_" + (event.path("step").asInt() - 1) + "_"
                                + (event.path("variant").asInt() - 1));
        mail.putObject("body").put("html", event.path("email_html").asText());
        return mail;
    }

    private ObjectNode received(JsonNode event) {
        ObjectNode mail = common(event.path("email_id").asText(), RECEIVED, event)
                .put("subject", event.path("reply_subject").asText())
                .put("from_address_email", event.path("lead_email").asText())
                .put("to_address_email_list", event.path("email_account").asText())
                .put("is_unread", 1)
                .put("content_preview", event.path("reply_text_snippet").asText());
        mail.putObject("body")
                .put("text", event.path("reply_text").asText())
                .put("html", event.path("reply_html").asText());
        return mail;
    }

    private ObjectNode common(String id, int type, JsonNode event) {
        String lead = event.path("lead_email").asText();
        String campaign = event.path("campaign_id").asText();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("timestamp_created", event.path("timestamp").asText())
                .put("timestamp_email", event.path("timestamp").asText())
                .put("message_id", "<" + id + "@mail.example>")
                .put("organization_id", organization)
                .put("campaign_id", campaign)
                .put("lead", lead)
                .put("eaccount", event.path("email_account").asText())
                .put("ue_type", type)
                .put(
                        "thread_id",
                        Seeds.uuid(seed, 53, Seeds.ofText(campaign), Seeds.ofText(lead))
                                .toString());
    }

    /** The reply to a message; empty when there is no such message. */
    synchronized Optional<ObjectNode> reply(String to, String account, String subject, JsonNode body, String at) {
        return find(to).map(original -> {
            ObjectNode reply = original.deepCopy();
            reply.remove(List.of("step", "is_auto_reply", "content_preview", "is_unread"));
            String id = UUID.randomUUID().toString();
            reply.put("id", id)
                    .put("message_id", "<" + id + "@mail.example>")
                    .put("timestamp_created", at)
                    .put("timestamp_email", at)
                    .put("subject", subject)
                    .put("eaccount", account)
                    .put("from_address_email", account)
                    .put("to_address_email_list", original.path("lead").asText())
                    .put("ue_type", MANUAL);
            reply.set("body", body);
            keep(reply);
            return reply;
        });
    }

    private void keep(ObjectNode mail) {
        mails.addLast(mail);
        if (mails.size() > MOST) {
            mails.removeFirst();
        }
    }

    synchronized Optional<ObjectNode> find(String id) {
        return mails.stream()
                .filter(mail -> mail.path("id").asText().equals(id))
                .findFirst();
    }

    /** The oldest first. */
    synchronized List<ObjectNode> all(Predicate<ObjectNode> wanted) {
        return mails.stream().filter(wanted).toList();
    }
}
