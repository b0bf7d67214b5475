package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The campaigns of a workspace as they are now: those of the story, and those that were made by request. */
final class CampaignFile {
    static final int DRAFT = 0;
    static final int ACTIVE = 1;
    static final int PAUSED = 2;
    static final int COMPLETED = 3;
    private static final int MOST = 20_000;

    private final String organization;
    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();

    CampaignFile(String organization, List<ObjectNode> first) {
        this.organization = organization;
        first.forEach(campaign -> byId.put(campaign.path("id").asText(), campaign));
    }

    synchronized List<ObjectNode> all() {
        return List.copyOf(byId.values());
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(ObjectNode::deepCopy);
    }

    synchronized void require(String id) {
        if (!byId.containsKey(id)) {
            throw missing();
        }
    }

    synchronized ObjectNode create(ObjectNode fields) {
        if (byId.size() >= MOST) {
            throw new ApiError(HttpStatus.BAD_REQUEST, "A workspace has at most " + MOST + " campaigns");
        }
        String id = UUID.randomUUID().toString();
        ObjectNode created = fields.deepCopy()
                .put("id", id)
                .put("status", DRAFT)
                .put("organization", organization)
                .put("timestamp_created", now())
                .put("timestamp_updated", now());
        byId.put(id, created);
        return created.deepCopy();
    }

    ObjectNode change(String id, JsonNode fields) {
        return change(
                id, campaign -> fields.properties().forEach(field -> campaign.set(field.getKey(), field.getValue())));
    }

    ObjectNode setStatus(String id, int status) {
        return change(id, campaign -> campaign.put("status", status));
    }

    private synchronized ObjectNode change(String id, Consumer<ObjectNode> change) {
        ObjectNode campaign = Optional.ofNullable(byId.get(id)).orElseThrow(CampaignFile::missing);
        ObjectNode changed = campaign.deepCopy();
        change.accept(changed);
        changed.put("timestamp_updated", now());
        byId.put(id, changed);
        return changed.deepCopy();
    }

    synchronized ObjectNode remove(String id) {
        return Optional.ofNullable(byId.remove(id)).orElseThrow(CampaignFile::missing);
    }

    synchronized boolean sends(String id) {
        return Optional.ofNullable(byId.get(id))
                .map(campaign -> campaign.path("status").asInt())
                .filter(status -> status == ACTIVE || status == COMPLETED)
                .isPresent();
    }

    static ApiError missing() {
        return new ApiError(HttpStatus.NOT_FOUND, "Campaign not found");
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
