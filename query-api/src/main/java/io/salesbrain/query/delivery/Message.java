package io.salesbrain.query.delivery;

import io.salesbrain.events.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be delivered.
 *
 * @param id the same for every attempt and every target, so that receivers can tell what they have already
 * @param type such as {@code alert.opened}
 * @param at ISO-8601
 * @param data what the API shows
 * @param text the same in a few lines
 */
public record Message(String id, String type, String at, Object data, String text) {
    /** The body by the Standard Webhooks specification. */
    String asWebhook() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("timestamp", at);
        body.put("data", data);
        return Json.write(body);
    }

    String asSlack() {
        // Slack reads these three as markup.
        return Json.write(
                Map.of("text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }
}
