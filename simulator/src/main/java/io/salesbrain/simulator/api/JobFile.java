package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The background jobs of a workspace, the newest {@link #MOST}. */
final class JobFile {
    private static final int MOST = 1_000;

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();

    synchronized ObjectNode add(ObjectNode job) {
        String id = UUID.randomUUID().toString();
        if (byId.size() >= MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
        byId.put(id, job.put("id", id));
        return job.deepCopy();
    }

    synchronized List<ObjectNode> all() {
        return byId.values().stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized Optional<ObjectNode> change(String id, Consumer<ObjectNode> change) {
        Optional<ObjectNode> job = Optional.ofNullable(byId.get(id));
        job.ifPresent(change);
        return job.map(ObjectNode::deepCopy);
    }
}
