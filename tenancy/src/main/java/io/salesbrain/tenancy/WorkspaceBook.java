package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry.KnownWorkspaces;
import io.salesbrain.events.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which workspaces are known to be whose. One thread writes what the log says, any thread reads. */
final class WorkspaceBook {
    private final Map<OrganizationId, Set<String>> byOwner = new ConcurrentHashMap<>();
    /** By workspace, how many organizations know it as theirs: nobody has to search them all for each event. */
    private final Map<String, Integer> owners = new ConcurrentHashMap<>();

    void set(KnownWorkspaces known) {
        replace(known.organizationId(), Set.copyOf(known.workspaces()));
    }

    void forget(OrganizationId owner) {
        replace(owner, Set.of());
    }

    /** In an order that at no moment makes a sender's own workspace look like another's. */
    private void replace(OrganizationId owner, Set<String> known) {
        var previous = byOwner.getOrDefault(owner, Set.of());
        if (known.isEmpty()) {
            previous.forEach(this::release);
            byOwner.remove(owner);
        } else {
            byOwner.put(owner, known);
            known.forEach(workspace -> owners.merge(workspace, 1, Integer::sum));
            previous.forEach(this::release);
        }
    }

    private void release(String workspace) {
        owners.computeIfPresent(workspace, (_, count) -> count == 1 ? null : count - 1);
    }

    List<String> of(OrganizationId owner) {
        return byOwner.getOrDefault(owner, Set.of()).stream().sorted().toList();
    }

    /** Not one of the sender's own; of a sender whose workspaces are not known, only another's is foreign. */
    boolean isForeign(OrganizationId sender, String workspace) {
        if (workspace.isEmpty()) {
            return false;
        }
        var own = byOwner.get(sender);
        return own == null ? owners.containsKey(workspace) : !own.contains(workspace);
    }
}
