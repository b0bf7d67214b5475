package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mailboxes of a workspace as they are now. */
final class AccountFile {
    static final int ACTIVE = 1;
    static final int PAUSED = 2;

    private final Map<String, ObjectNode> byEmail = new LinkedHashMap<>();

    AccountFile(List<ObjectNode> first) {
        first.forEach(account -> byEmail.put(account.path("email").asText(), account));
    }

    synchronized List<ObjectNode> all() {
        return List.copyOf(byEmail.values());
    }

    synchronized ObjectNode get(String email) {
        return Optional.ofNullable(byEmail.get(email))
                .orElseThrow(() -> new ApiError(HttpStatus.NOT_FOUND, "Account not found"))
                .deepCopy();
    }

    synchronized ObjectNode setStatus(String email, int status) {
        ObjectNode changed = get(email);
        changed.put("status", status).put("timestamp_updated", CampaignFile.now());
        if (status == ACTIVE) {
            changed.remove("status_message");
        }
        byEmail.put(email, changed);
        return changed.deepCopy();
    }

    synchronized boolean isPaused(String email) {
        return Optional.ofNullable(byEmail.get(email))
                .filter(account -> account.path("status").asInt() == PAUSED)
                .isPresent();
    }
}
