package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/** {@code /campaigns}. */
public final class Campaigns {
    private static final String ALL = "/campaigns";
    private static final String ONE = "/campaigns/{id}";

    private final Transport transport;

    Campaigns(Transport transport) {
        this.transport = transport;
    }

    public Listing<Campaign> list() {
        return new Listing<>(
                "GET " + ALL,
                after ->
                        transport.send(Call.get(ALL).with("limit", Listing.PAGE).with("starting_after", after)),
                Campaign::of);
    }

    public Campaign get(String id) throws InterruptedException {
        return Campaign.of(transport.send(Call.get(ONE, id)));
    }

    public Campaign create(CampaignDraft draft) throws InterruptedException {
        return Campaign.of(transport.send(Call.post(ALL, draft.json())));
    }

    /** @param changes the fields to change, by Instantly's names */
    public Campaign update(String id, JsonNode changes) throws InterruptedException {
        return Campaign.of(transport.send(Call.patch(ONE, changes, id)));
    }

    public void delete(String id) throws InterruptedException {
        transport.send(Call.delete(ONE, id));
    }

    public Campaign activate(String id) throws InterruptedException {
        return Campaign.of(transport.send(Call.repeatablePost(ONE + "/activate", Optional.empty(), id)));
    }

    public Campaign pause(String id) throws InterruptedException {
        return Campaign.of(transport.send(Call.repeatablePost(ONE + "/pause", Optional.empty(), id)));
    }

    public Campaign duplicate(String id, String name) throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode().put("name", name);
        return Campaign.of(transport.send(Call.post(ONE + "/duplicate", body, id)));
    }
}
