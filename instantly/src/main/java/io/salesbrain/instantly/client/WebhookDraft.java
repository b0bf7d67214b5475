package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A webhook for all events of a workspace. The headers are the only security Instantly offers. */
public record WebhookDraft(String name, String url, Map<String, String> headers) {
    public WebhookDraft {
        headers = Map.copyOf(headers);
    }

    JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("target_hook_url", url)
                .put("event_type", "all_events");
        ObjectNode own = json.putObject("headers");
        headers.forEach(own::put);
        return json;
    }

    @Override
    public String toString() {
        return "WebhookDraft(" + url + ", headers hidden)";
    }
}
