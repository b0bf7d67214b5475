package io.salesbrain.simulator.oddity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.world.Seeds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What kinds of events are called: some have several names, and some names nobody has heard of. */
final class Names {
    private static final String EVENT_TYPE = "event_type";

    private static final Map<String, List<String>> OTHERS = Map.of(
            "link_clicked", List.of("email_link_clicked", "email_clicked"),
            "lead_unsubscribed", List.of("email_unsubscribed"));

    private static final Set<String> DOCUMENTED = Set.of(
            "email_sent",
            "email_opened",
            "link_clicked",
            "reply_received",
            "auto_reply_received",
            "email_bounced",
            "lead_unsubscribed",
            "lead_interested",
            "campaign_completed",
            "account_error");

    private static final List<String> UNKNOWN = List.of(
            "supersearch_enrichment_completed",
            "Call back in March",
            "VIP – später melden",
            "Ask for budget 💶",
            "email_forwarded");

    private static final List<String> KEPT =
            List.of("timestamp", "workspace", "campaign_id", "campaign_name", "lead_email");

    private Names() {}

    static boolean hasOthers(ObjectNode body) {
        return OTHERS.containsKey(body.path(EVENT_TYPE).asText());
    }

    static void rename(ObjectNode body, RandomGenerator random) {
        List<String> others = OTHERS.getOrDefault(body.path(EVENT_TYPE).asText(), List.of());
        if (!others.isEmpty()) {
            body.put(EVENT_TYPE, Seeds.pick(random, others));
        }
    }

    static boolean isDocumented(ObjectNode body) {
        return DOCUMENTED.contains(body.path(EVENT_TYPE).asText());
    }

    /** The same name as far as blanks and capitals go. */
    static void shout(ObjectNode body) {
        body.put(EVENT_TYPE, " " + body.path(EVENT_TYPE).asText().toUpperCase(Locale.ROOT));
    }

    static ObjectNode unknownEventBesides(ObjectNode body, RandomGenerator random) {
        ObjectNode unknown = JsonNodeFactory.instance.objectNode();
        for (String field : KEPT) {
            if (body.has(field)) {
                unknown.set(field, body.get(field));
            }
        }
        return unknown.put(EVENT_TYPE, Seeds.pick(random, UNKNOWN));
    }
}
