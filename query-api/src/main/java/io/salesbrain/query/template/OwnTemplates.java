package io.salesbrain.query.template;

import io.salesbrain.events.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Templates of organizations' own, as the log has them; each key begins with the organization's id. Read by any thread. */
public final class OwnTemplates<T> {
    private final Map<OrganizationId, Map<String, T>> templates = new ConcurrentHashMap<>();

    /** Takes a record of the topic; a null value takes one back. */
    public void accept(String key, @Nullable T template) {
        var organization = new OrganizationId(key.substring(0, key.indexOf('/')));
        var own = templates.computeIfAbsent(organization, _ -> new ConcurrentSkipListMap<>());
        if (template == null) {
            own.remove(key);
        } else {
            own.put(key, template);
        }
    }

    public Optional<T> find(OrganizationId organization, String key) {
        return Optional.ofNullable(
                templates.getOrDefault(organization, Map.of()).get(key));
    }

    /** In the order of their keys, those for every campaign before those for one. */
    public List<T> of(OrganizationId organization) {
        return List.copyOf(templates.getOrDefault(organization, Map.of()).values());
    }
}
