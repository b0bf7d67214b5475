package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code /leads}. */
public final class Leads {
    /** How many one upload may carry. */
    public static final int MOST_AT_ONCE = 1_000;

    private static final String ALL = "/leads";
    private static final String ONE = "/leads/{id}";

    private final Transport transport;

    Leads(Transport transport) {
        this.transport = transport;
    }

    public Lead add(String campaignId, NewLead lead) throws InterruptedException {
        return Lead.of(transport.send(Call.post(ALL, lead.json().put("campaign", campaignId))));
    }

    /** Up to a thousand; those in the campaign already are skipped, which also makes it safe to repeat. */
    public LeadsAdded addAll(String campaignId, List<NewLead> leads) throws InterruptedException {
        if (leads.isEmpty() || leads.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "1 to " + MOST_AT_ONCE + " leads are added at once, not " + leads.size());
        }
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("campaign_id", campaignId)
                .put("skip_if_in_campaign", true);
        var list = body.putArray("leads");
        leads.forEach(lead -> list.add(lead.json()));
        return LeadsAdded.of(transport.send(Call.repeatablePost(ALL + "/add", Optional.of(body))));
    }

    /** @param filter one of Instantly's, such as FILTER_VAL_COMPLETED; empty for all */
    public Listing<Lead> list(String campaignId, Optional<String> filter) {
        return new Listing<>(
                "POST /leads/list",
                after -> {
                    ObjectNode body = JsonNodeFactory.instance
                            .objectNode()
                            .put("campaign", campaignId)
                            .put("limit", Listing.PAGE);
                    filter.ifPresent(value -> body.put("filter", value));
                    after.ifPresent(cursor -> body.put("starting_after", cursor));
                    return transport.send(Call.repeatablePost(ALL + "/list", Optional.of(body)));
                },
                Lead::of);
    }

    public Lead get(String id) throws InterruptedException {
        return Lead.of(transport.send(Call.get(ONE, id)));
    }

    public Lead update(String id, JsonNode changes) throws InterruptedException {
        return Lead.of(transport.send(Call.patch(ONE, changes, id)));
    }

    public void delete(String id) throws InterruptedException {
        transport.send(Call.delete(ONE, id));
    }

    /** Sets a label, or takes it away where the value is empty; Instantly does it a little later. */
    public void updateInterest(String email, String campaignId, OptionalInt value) throws InterruptedException {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("lead_email", email).put("campaign_id", campaignId);
        if (value.isPresent()) {
            body.put("interest_value", value.getAsInt());
        } else {
            body.putNull("interest_value");
        }
        transport.send(Call.repeatablePost(ALL + "/update-interest-status", Optional.of(body)));
    }
}
