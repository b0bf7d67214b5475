package io.salesbrain.query;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.warehouse.Archive;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The warehouse's twin in memory: a test puts in what it is to answer, by organization. */
public final class MemoryArchive implements Archive {
    /** What a test has put in for one organization. */
    public static final class Shelf {
        public final List<StoredEvent> events = new CopyOnWriteArrayList<>();
        public final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        public final List<Spent> spent = new CopyOnWriteArrayList<>();
    }

    public final List<Mark> marks = new CopyOnWriteArrayList<>();
    private final Map<OrganizationId, Shelf> shelves = new ConcurrentHashMap<>();

    public Shelf of(OrganizationId organization) {
        return shelves.computeIfAbsent(organization, _ -> new Shelf());
    }

    @Override
    public List<StoredEvent> timeline(OrganizationId organization, String leadEmail, int limit) {
        return of(organization).events.stream()
                .filter(event -> event.leadEmail().equals(leadEmail))
                .sorted(Comparator.comparing(StoredEvent::at))
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredEvent> messages(
            OrganizationId organization, String campaignId, Optional<Place> after, int limit) {
        return of(organization).events.stream()
                .filter(event -> event.campaignId().equals(campaignId))
                .filter(event -> after.isEmpty() || event.at().isBefore(after.get().at()))
                .sorted(Comparator.comparing(StoredEvent::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Map<String, String> campaignNames(OrganizationId organization, List<String> campaignIds) {
        var names = new HashMap<String, String>();
        of(organization).events.stream()
                .filter(event -> campaignIds.contains(event.campaignId()))
                .forEach(event -> names.put(event.campaignId(), event.campaignName()));
        return names;
    }

    @Override
    public List<Outcome> outcomes(OrganizationId organization, Grouping grouping, Span span) {
        return of(organization).outcomes;
    }

    @Override
    public List<Spent> spent(OrganizationId organization, Grouping grouping, Span span) {
        return of(organization).spent;
    }

    @Override
    public boolean hasCost(OrganizationId organization, String costId, Instant recordedAt) {
        return true;
    }

    @Override
    public List<Mark> marks() {
        return marks;
    }
}
