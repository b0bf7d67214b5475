package io.salesbrain.query;

import io.salesbrain.clickhouse.query.CohortWeek;
import io.salesbrain.clickhouse.query.Correspondence;
import io.salesbrain.clickhouse.query.HeatmapCell;
import io.salesbrain.clickhouse.query.LedgerTable;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.clickhouse.query.Message;
import io.salesbrain.clickhouse.query.Messages;
import io.salesbrain.clickhouse.query.RoiQuestion;
import io.salesbrain.clickhouse.query.RoiReport;
import io.salesbrain.clickhouse.query.SearchQuestion;
import io.salesbrain.clickhouse.query.StoredWatermark;
import io.salesbrain.clickhouse.query.TimelineEntry;
import io.salesbrain.clickhouse.query.Words;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.warehouse.Archive;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The warehouse's twin in memory: a test puts in what it is to answer, by organization. */
public final class MemoryArchive implements Archive {
    /** What a test has put in for one organization; its timeline is of one lead, its messages of one campaign. */
    public static final class Shelf {
        public final List<TimelineEntry> timeline = new CopyOnWriteArrayList<>();
        public final List<Message> messages = new CopyOnWriteArrayList<>();
        public final List<Letter> letters = new CopyOnWriteArrayList<>();
        public final List<Correspondence.Found> found = new CopyOnWriteArrayList<>();
        public final List<RoiReport> reports = new CopyOnWriteArrayList<>();
        public final List<RoiQuestion> questions = new CopyOnWriteArrayList<>();
        public final List<CohortWeek> cohorts = new CopyOnWriteArrayList<>();
        public final List<HeatmapCell> heatmap = new CopyOnWriteArrayList<>();
        public final Map<String, String> names = new ConcurrentHashMap<>();
    }

    public final List<StoredWatermark> watermarks = new CopyOnWriteArrayList<>();
    private final Map<OrganizationId, Shelf> shelves = new ConcurrentHashMap<>();

    public Shelf of(OrganizationId organization) {
        return shelves.computeIfAbsent(organization, _ -> new Shelf());
    }

    @Override
    public List<TimelineEntry> timeline(OrganizationId organization, String leadEmail, int limit) {
        return of(organization).timeline.stream()
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Message> messages(
            OrganizationId organization, String campaignId, int limit, Optional<Messages.Before> before) {
        return of(organization).messages.stream()
                .filter(message ->
                        before.isEmpty() || message.at().isBefore(before.get().at()))
                .sorted(Comparator.comparing(Message::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Letter> replies(
            OrganizationId organization, Collection<String> leadEmails, Collection<String> eventIds) {
        return of(organization).letters.stream()
                .filter(letter -> leadEmails.contains(letter.leadEmail()) && eventIds.contains(letter.eventId()))
                .toList();
    }

    @Override
    public List<Letter> conversation(OrganizationId organization, String leadEmail, String campaignId, int limit) {
        return of(organization).letters.stream()
                .filter(letter -> letter.leadEmail().equals(leadEmail)
                        && letter.campaignId().equals(campaignId))
                .sorted(Comparator.comparing(Letter::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Correspondence.Found> search(
            OrganizationId organization, SearchQuestion question, Optional<Messages.Before> before, int limit) {
        return of(organization).found.stream()
                .filter(found -> question.matches(Words.found(found.subject() + " " + found.text())))
                .filter(found ->
                        before.isEmpty() || found.at().isBefore(before.get().at()))
                .sorted(Comparator.comparing(Correspondence.Found::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Map<String, String> campaignNames(OrganizationId organization) {
        return Map.copyOf(of(organization).names);
    }

    @Override
    public RoiReport roi(OrganizationId organization, RoiQuestion question) {
        var shelf = of(organization);
        shelf.questions.add(question);
        return shelf.reports.isEmpty() ? RoiReport.EMPTY : shelf.reports.getLast();
    }

    @Override
    public List<CohortWeek> cohorts(OrganizationId organization, int limit) {
        return of(organization).cohorts.stream().limit(limit).toList();
    }

    @Override
    public List<HeatmapCell> heatmap(OrganizationId organization, Optional<String> campaignId) {
        return of(organization).heatmap;
    }

    @Override
    public boolean shows(OrganizationId organization, LedgerTable table, String entryId, Instant recordedAt) {
        return true;
    }

    @Override
    public boolean hides(OrganizationId organization, LedgerTable table, String entryId) {
        return true;
    }

    @Override
    public List<StoredWatermark> watermarks() {
        return watermarks;
    }
}
