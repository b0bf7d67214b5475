package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import io.salesbrain.simulator.world.Seeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The leads of a workspace, one entry per campaign a lead is in. */
final class LeadFile {
    private static final int MOST = 200_000;

    private record Key(String campaign, String email) {}

    private final long seed;
    private final String organization;
    private final Map<Key, LeadEntry> byKey = new LinkedHashMap<>();
    private final Map<UUID, LeadEntry> byId = new LinkedHashMap<>();

    LeadFile(long seed, String organization) {
        this.seed = seed;
        this.organization = organization;
    }

    synchronized void note(String type, JsonNode event) {
        String campaign = event.path("campaign_id").asText();
        String email = event.path("lead_email").asText();
        if (!campaign.isEmpty() && !email.isEmpty()) {
            enter(campaign, email, event.path("timestamp").asText()).note(type, event);
        }
    }

    /** Empty when it was there already. */
    synchronized Optional<ObjectNode> add(String campaign, String email, JsonNode fields, String at) {
        if (byKey.containsKey(new Key(campaign, email))) {
            return Optional.empty();
        }
        LeadEntry entry = enter(campaign, email, at);
        entry.describe(fields, at);
        return Optional.of(entry.view());
    }

    private LeadEntry enter(String campaign, String email, String at) {
        return byKey.computeIfAbsent(new Key(campaign, email), key -> {
            if (byKey.size() >= MOST) {
                throw new ApiError(HttpStatus.BAD_REQUEST, "A workspace has at most " + MOST + " leads");
            }
            UUID id = Seeds.uuid(seed, 51, Seeds.ofText(campaign), Seeds.ofText(email));
            LeadEntry entry = new LeadEntry(id, organization, campaign, email, at);
            byId.put(id, entry);
            return entry;
        });
    }

    synchronized ObjectNode view(UUID id) {
        return find(id).view();
    }

    synchronized ObjectNode change(UUID id, JsonNode fields, String at) {
        LeadEntry entry = find(id);
        entry.describe(fields, at);
        return entry.view();
    }

    synchronized ObjectNode remove(UUID id) {
        LeadEntry entry = find(id);
        byId.remove(id);
        byKey.remove(new Key(entry.campaign(), entry.email()));
        return entry.view();
    }

    /** Every entry of that person, or the one of a campaign. False when there is none. */
    synchronized boolean label(String email, Optional<String> campaign, Optional<Integer> value, String at) {
        List<LeadEntry> meant = byKey.values().stream()
                .filter(entry -> entry.email().equals(email)
                        && campaign.map(entry.campaign()::equals).orElse(true))
                .toList();
        meant.forEach(entry -> entry.setInterest(value, at));
        return !meant.isEmpty();
    }

    synchronized List<LeadEntry> of(Optional<String> campaign, Optional<Integer> status) {
        return byKey.values().stream()
                .filter(entry -> campaign.map(entry.campaign()::equals).orElse(true))
                .filter(entry -> status.map(wanted -> wanted == entry.status()).orElse(true))
                .toList();
    }

    synchronized int count(String campaign, Optional<Integer> status) {
        return of(Optional.of(campaign), status).size();
    }

    private LeadEntry find(UUID id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new ApiError(HttpStatus.NOT_FOUND, "Lead not found"));
    }
}
