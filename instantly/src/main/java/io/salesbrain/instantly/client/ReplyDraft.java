package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An answer to a message.
 *
 * @param replyTo the id of the message, which webhooks call email_id
 * @param account the mailbox it goes from
 */
public record ReplyDraft(String replyTo, String account, String subject, String text) {
    JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("reply_to_uuid", replyTo)
                .put("eaccount", account)
                .put("subject", subject);
        json.putObject("body").put("text", text);
        return json;
    }
}
