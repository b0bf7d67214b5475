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
import io.salesbrain.query.warehouse.Archive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words in messages, and the threads these belong to. */
public final class Search {
    static final int SHOWN_PER_THREAD = 3;

    /** Threads are found by this many of the latest messages; who searches a word that more have wants another word. */
    private static final int MOST_HITS = 1_000;

    private final Archive archive;
    private final InboxIndex inbox;

    public Search(Archive archive, InboxIndex inbox) {
        this.archive = archive;
        this.inbox = inbox;
    }

    static SearchQuestion question(String q) {
        return SearchQuestion.of(q)
                .orElseThrow(() -> ApiException.badParameter("q", "q has at least one letter or digit."));
    }

    /** Messages by the id of their thread, the latest first. */
    Map<String, List<Correspondence.Found>> hits(OrganizationId organization, SearchQuestion question) {
        var hits = new LinkedHashMap<String, List<Correspondence.Found>>();
        for (var found : archive.search(organization, question, Optional.empty(), MOST_HITS)) {
            threadOf(organization, found)
                    .ifPresent(thread -> hits.computeIfAbsent(thread.threadId(), _ -> new ArrayList<>())
                            .add(found));
        }
        return hits;
    }

    private Optional<InboxThread> threadOf(OrganizationId organization, Correspondence.Found found) {
        return inbox.find(organization, found.eventId())
                .or(() -> new Conversation(found.campaignId(), inbox.ofLead(organization, found.leadEmail()))
                        .at(found.at()));
    }

    static Map<String, Object> highlight(SearchQuestion question, Correspondence.Found found) {
        var view = new LinkedHashMap<String, Object>();
        view.put("event_id", found.eventId());
        view.put("at", found.at());
        view.put("segments", Highlights.of(question, found.subject(), found.text()));
        return view;
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
        Answers.json(ctx, page.toMap(found -> view(organization, question, found)));
    }

    private Map<String, @Nullable Object> view(
            OrganizationId organization, SearchQuestion question, Correspondence.Found found) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("event_id", found.eventId());
        view.put(
                "thread_id",
                threadOf(organization, found).map(InboxThread::threadId).orElse(null));
        view.put("direction", found.type() == EventType.EMAIL_SENT ? "out" : "in");
        view.put("at", found.at());
        view.put("lead_email", found.leadEmail());
        view.put("campaign_id", ThreadView.known(found.campaignId()));
        view.put("subject", ThreadView.known(found.subject()));
        view.put("highlights", Highlights.of(question, found.subject(), found.text()));
        return view;
    }
}
