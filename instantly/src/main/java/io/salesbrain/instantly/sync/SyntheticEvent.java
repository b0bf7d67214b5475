package io.salesbrain.instantly.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.events.Timestamps;
import java.time.Instant;
import java.util.Map;

/**
 * An event that Instantly does not push, told from what its API says. Its time is the one at which Instantly changed the
 * thing, not the one at which we looked: so whoever looks, and however often, tells the same event.
 *
 * @param what the payload's members besides type and time: whom it concerns
 * @param evidence what was seen, for the person who asks where this event comes from
 */
record SyntheticEvent(String type, Instant at, Map<String, String> what, Map<String, String> evidence) {
    /** Its name collides with no column of a customer's. */
    static final String EVIDENCE = "salesbrain_evidence";

    String payload(String workspace) {
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put("event_type", type)
                .put("timestamp", Timestamps.format(at))
                .put("workspace", workspace);
        what.forEach(payload::put);
        ObjectNode seen = payload.putObject(EVIDENCE);
        evidence.forEach(seen::put);
        return payload.toString();
    }
}
