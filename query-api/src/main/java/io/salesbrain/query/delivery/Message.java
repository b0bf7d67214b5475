package io.salesbrain.query.delivery;

import io.salesbrain.events.Json;

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
    private record Webhook(String type, String timestamp, Object data) {}

    private record Slack(String text) {}

    /** The body by the Standard Webhooks specification. */
    String asWebhook() {
        return Json.write(new Webhook(type, at, data));
    }

    String asSlack() {
        // Slack reads these three as markup.
        return Json.write(
                new Slack(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }
}
