package io.salesbrain.instantly.sync;

import io.salesbrain.events.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a sync did, as it goes. Used by one thread. */
final class SyncReport {
    private static final int MOST_CHANGES = 200;

    private final OrganizationId organization;
    private final Instant startedAt;
    private final Map<String, Map<String, Long>> seen = new TreeMap<>();
    private final Map<String, Long> events = new TreeMap<>();
    private final List<Map<String, Object>> changes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Object> repair = new LinkedHashMap<>();
    private final Map<String, Long> tookMs = new LinkedHashMap<>();
    private long changesOmitted;

    SyncReport(OrganizationId organization, Instant startedAt) {
        this.organization = organization;
        this.startedAt = startedAt;
    }

    void count(String kind, String what) {
        seen.computeIfAbsent(kind, _ -> new TreeMap<>()).merge(what, 1L, Long::sum);
    }

    void event(String type) {
        events.merge(type, 1L, Long::sum);
    }

    void change(String kind, String id, String name, String field, Object from, Object to) {
        if (changes.size() >= MOST_CHANGES) {
            changesOmitted++;
            return;
        }
        var change = new LinkedHashMap<String, Object>();
        change.put("kind", kind);
        change.put("id", id);
        change.put("name", name);
        change.put("field", field);
        change.put("from", from);
        change.put("to", to);
        changes.add(change);
    }

    void took(String part, Duration time) {
        tookMs.put(part + "_ms", time.toMillis());
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    Map<String, Object> repair() {
        return repair;
    }

    Map<String, Object> toMap(Instant finishedAt) {
        var map = new LinkedHashMap<String, Object>();
        map.put("organization_id", organization.value());
        map.put("started_at", startedAt.toString());
        map.put("finished_at", finishedAt.toString());
        map.put("took", tookMs);
        map.put("campaigns", seen.getOrDefault("campaign", Map.of()));
        map.put("email_accounts", seen.getOrDefault("account", Map.of()));
        map.put("leads", seen.getOrDefault("lead", Map.of()));
        map.put("synthetic_events", events);
        map.put("changes", changes);
        map.put("changes_omitted", changesOmitted);
        map.put("repair", repair);
        map.put("problems", problems);
        return map;
    }
}
