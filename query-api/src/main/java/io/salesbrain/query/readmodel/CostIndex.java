package io.salesbrain.query.readmodel;

import io.salesbrain.events.Cost;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every recorded cost, by organization and id. */
public final class CostIndex {
    /** Where a list goes on. */
    public record Place(Instant incurredAt, String costId) {}

    /** Newest first. */
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::incurredAt).reversed().thenComparing(Place::costId);

    private final Map<OrganizationId, Map<String, Cost>> organizations = new ConcurrentHashMap<>();

    /** Takes a record of the costs topic; a null value removes a cost. */
    public void accept(String key, @Nullable Cost cost) {
        if (cost != null) {
            organizations
                    .computeIfAbsent(cost.organizationId(), _ -> new ConcurrentHashMap<>())
                    .put(cost.costId(), cost);
            return;
        }
        int slash = key.indexOf('/');
        var costs = organizations.get(new OrganizationId(key.substring(0, slash)));
        if (costs != null) {
            costs.remove(key.substring(slash + 1));
        }
    }

    public Optional<Cost> find(OrganizationId organization, String costId) {
        return Optional.ofNullable(
                organizations.getOrDefault(organization, Map.of()).get(costId));
    }

    /** Newest first, from behind a place on, at most so many. */
    public List<Cost> list(OrganizationId organization, Optional<Place> after, int limit) {
        return organizations.getOrDefault(organization, Map.of()).values().stream()
                .filter(cost -> after.isEmpty() || ORDER.compare(placeOf(cost), after.get()) > 0)
                .sorted(Comparator.comparing(CostIndex::placeOf, ORDER))
                .limit(limit)
                .toList();
    }

    public static Place placeOf(Cost cost) {
        return new Place(cost.incurredAt(), cost.costId());
    }
}
