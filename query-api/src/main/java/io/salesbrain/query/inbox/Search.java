package io.salesbrain.query.inbox;

import io.javalin.http.Context;
import io.salesbrain.clickhouse.query.Correspondence;
import io.salesbrain.clickhouse.query.Messages;
import io.salesbrain.clickhouse.query.SearchQuestion;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.inbox.ShownThread.FoundMessage;
import io.salesbrain.query.inbox.ShownThread.Highlight;
import io.salesbrain.query.warehouse.Archive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words in messages, and the threads these belong to. */
public final class Search {
    private static final int SHOWN_PER_THREAD = 3;

    /** Threads are found by this many of the latest messages; who searches a word that more have wants another word. */
    private static final int MOST_HITS = 1_000;

    private final Archive archive;
    private final InboxIndex inbox;

    public Search(Archive archive, InboxIndex inbox) {
        this.archive = archive;
        this.inbox = inbox;
    }

    private static SearchQuestion question(String q) {
        return SearchQuestion.of(q)
                .orElseThrow(() -> ApiException.badParameter("q", "q has at least one letter or digit."));
    }

    Hits hits(OrganizationId organization, String q) {
        var question = question(q);
        var hits = new HashMap<String, List<Correspondence.Found>>();
        for (var found : archive.search(organization, question, Optional.empty(), MOST_HITS)) {
            threadOf(organization, found)
                    .ifPresent(thread -> hits.computeIfAbsent(thread.threadId(), _ -> new ArrayList<>())
                            .add(found));
        }
        return new Hits(question, hits);
    }

    /**
     * What a search found.
     *
     * @param byThread messages by the id of their thread, the latest first
     */
    record Hits(SearchQuestion question, Map<String, List<Correspondence.Found>> byThread) {
        boolean isIn(InboxThread thread) {
            return byThread.containsKey(thread.threadId());
        }

        List<Highlight> highlights(InboxThread thread) {
            return byThread.getOrDefault(thread.threadId(), List.of()).stream()
                    .limit(SHOWN_PER_THREAD)
                    .map(found -> new Highlight(
                            found.eventId(), found.at(), Highlights.of(question, found.subject(), found.text())))
                    .toList();
        }
    }

    private Optional<InboxThread> threadOf(OrganizationId organization, Correspondence.Found found) {
        return inbox.find(organization, found.eventId())
                .or(() -> new Conversation(found.campaignId(), inbox.ofLead(organization, found.leadEmail()))
                        .at(found.at()));
    }

    /** Single messages, whether they belong to a thread or not. */
    public void messages(Context ctx, OrganizationId organization) {
        int limit = Parameters.limit(ctx);
        var question = question(Parameters.text(ctx, "q")
                .orElseThrow(() -> ApiException.badParameter("q", "q says what is searched.")));
        var start = Cursor.read(ctx, 2, parts -> new Messages.Before(Instant.parse(parts.get(0)), parts.get(1)));
        var page = Page.of(
                archive.search(organization, question, start, limit + 1),
                limit,
                found -> Cursor.of(found.at().toString(), found.eventId()));
        Answers.json(ctx, page.map(found -> view(organization, question, found)));
    }

    private FoundMessage view(OrganizationId organization, SearchQuestion question, Correspondence.Found found) {
        return new FoundMessage(
                found.eventId(),
                threadOf(organization, found).map(InboxThread::threadId).orElse(null),
                found.type() == EventType.EMAIL_SENT ? "out" : "in",
                found.at(),
                found.leadEmail(),
                ThreadView.known(found.campaignId()),
                ThreadView.known(found.subject()),
                Highlights.of(question, found.subject(), found.text()));
    }
}
