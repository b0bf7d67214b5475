package io.salesbrain.query.ledger;

import io.salesbrain.events.LedgerEntry;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every entry of one kind, by organization and id. */
public final class LedgerIndex<T extends LedgerEntry> {
    /** Where a list goes on. */
    record Place(Instant countsAt, String entryId) {
        static Place of(LedgerEntry entry) {
            return new Place(entry.countsAt(), entry.entryId());
        }
    }

    /** Newest first. */
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::countsAt).reversed().thenComparing(Place::entryId);

    private final Map<OrganizationId, Map<String, T>> organizations = new ConcurrentHashMap<>();

    /** Takes a record of the topic; a null value removes an entry. */
    public void accept(String key, @Nullable T entry) {
        if (entry != null) {
            organizations
                    .computeIfAbsent(entry.organizationId(), _ -> new ConcurrentHashMap<>())
                    .put(entry.entryId(), entry);
            return;
        }
        int slash = key.indexOf('/');
        var entries = organizations.get(new OrganizationId(key.substring(0, slash)));
        if (entries != null) {
            entries.remove(key.substring(slash + 1));
        }
    }

    Optional<T> find(OrganizationId organization, String entryId) {
        return Optional.ofNullable(
                organizations.getOrDefault(organization, Map.of()).get(entryId));
    }

    /** Newest first, from behind a place on, at most so many of those asked for. */
    List<T> list(OrganizationId organization, Predicate<? super T> filter, Optional<Place> after, int limit) {
        return organizations.getOrDefault(organization, Map.of()).values().stream()
                .filter(filter)
                .filter(entry -> after.isEmpty() || ORDER.compare(Place.of(entry), after.get()) > 0)
                .sorted(Comparator.comparing(Place::of, ORDER))
                .limit(limit)
                .toList();
    }
}
