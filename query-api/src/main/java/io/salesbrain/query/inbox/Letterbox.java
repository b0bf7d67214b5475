package io.salesbrain.query.inbox;

import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.query.warehouse.Archive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages with leads: from the warehouse, and what it does not have yet from what was scored a moment ago. */
public final class Letterbox {
    /** Of one lead in one campaign; more are left out, the oldest first. */
    private static final int MOST_LETTERS = 500;

    private static final Comparator<Letter> OLDEST_FIRST =
            Comparator.comparing(Letter::at).thenComparing(Letter::eventId);

    private final Archive archive;
    private final RecentReplies recent = new RecentReplies();

    public Letterbox(Archive archive) {
        this.archive = archive;
    }

    /** Takes every event as it is scored. */
    public void accept(ScoredEvent scored) {
        recent.accept(scored);
    }

    /** The latest replies of these threads by the thread's id, without texts where the warehouse gave them. */
    Map<String, Letter> latest(OrganizationId organization, Collection<InboxThread> threads) {
        var leads = new HashSet<String>();
        var ids = new HashSet<String>();
        for (var thread : threads) {
            leads.add(thread.leadEmail());
            ids.add(thread.latest().eventId());
            ids.addAll(thread.latest().deliveries());
        }
        var found = new HashMap<String, Letter>();
        recent.of(organization, ids).forEach(letter -> found.put(letter.eventId(), letter));
        archive.replies(organization, leads, ids).forEach(letter -> found.put(letter.eventId(), letter));
        var byThread = new HashMap<String, Letter>();
        for (var thread : threads) {
            Deliveries.of(thread.latest()).stream()
                    .filter(found::containsKey)
                    .findFirst()
                    .ifPresent(id -> byThread.put(thread.threadId(), found.get(id)));
        }
        return byThread;
    }

    /** Everything between us and the lead in the thread's campaign, the oldest first. */
    List<Letter> conversation(InboxThread thread) {
        var organization = thread.organizationId();
        var letters = new LinkedHashMap<String, Letter>();
        recent.of(
                        organization,
                        letter -> letter.leadEmail().equals(thread.leadEmail())
                                && letter.campaignId().equals(thread.campaignId()))
                .forEach(letter -> letters.put(letter.eventId(), letter));
        archive.conversation(organization, thread.leadEmail(), thread.campaignId(), MOST_LETTERS)
                .forEach(letter -> letters.put(letter.eventId(), letter));
        var sorted = new ArrayList<>(letters.values());
        sorted.sort(OLDEST_FIRST);
        return sorted;
    }
}
