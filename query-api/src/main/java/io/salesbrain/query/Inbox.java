package io.salesbrain.query;

import io.javalin.config.RoutesConfig;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.inbox.AnswerRoutes;
import io.salesbrain.query.inbox.AnswerTemplateRoutes;
import io.salesbrain.query.inbox.AnswerTemplates;
import io.salesbrain.query.inbox.Assignees;
import io.salesbrain.query.inbox.ConversationView;
import io.salesbrain.query.inbox.InboxFeed;
import io.salesbrain.query.inbox.InboxIndex;
import io.salesbrain.query.inbox.InboxRoutes;
import io.salesbrain.query.inbox.InboxWriter;
import io.salesbrain.query.inbox.Letterbox;
import io.salesbrain.query.inbox.Outbox;
import io.salesbrain.query.inbox.Search;
import io.salesbrain.query.inbox.Suggestions;
import io.salesbrain.query.inbox.TeamRoutes;
import io.salesbrain.query.inbox.ThreadRoutes;
import io.salesbrain.query.inbox.ThreadView;
import io.salesbrain.query.live.LiveHub;
import io.salesbrain.query.readmodel.LeadIndex;
import io.salesbrain.query.routes.CampaignNames;
import io.salesbrain.query.team.TeamBook;
import io.salesbrain.query.warehouse.Archive;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Conversations with leads, put together: what people do with them, the search through them, and the team. */
record Inbox(
        InboxFeed feed,
        InboxRoutes inbox,
        ThreadRoutes threads,
        AnswerRoutes answers,
        AnswerTemplateRoutes templates,
        Search search,
        TeamRoutes team,
        AtomicReference<Outbox> outbox)
        implements AutoCloseable {
    /** What its answers are made of beside its own records. */
    record Sources(LeadIndex leads, Archive archive, CampaignNames names, LiveHub hub, InstantSource clock) {}

    static Inbox follow(LogConfig log, LogWriter writer, InboxIndex index, Sources from, Duration patience) {
        var book = new TeamBook();
        var templates = new AnswerTemplates();
        var feed = InboxFeed.follow(log, index, book, templates);
        var letters = new Letterbox(from.archive());
        from.hub().tellEvents(letters::accept);
        var assignees = new Assignees(index, book);
        var views = new ThreadView(from.leads(), letters, assignees, from.names(), from.clock());
        var conversations = new ConversationView(index, letters, views, new Suggestions(templates, from.names()));
        var search = new Search(from.archive(), index);
        var outbox = new AtomicReference<>(Outbox.NONE);
        var shown = new InboxRoutes(index, book, assignees, views, conversations, search, outbox::get);
        var acts = new InboxWriter(writer, feed, from.clock(), patience);
        return new Inbox(
                feed,
                shown,
                new ThreadRoutes(index, from.leads(), book, shown, acts),
                new AnswerRoutes(index, shown, conversations, acts, outbox::get),
                new AnswerTemplateRoutes(templates, feed.templates(), writer, from.clock(), patience),
                search,
                new TeamRoutes(book, assignees, acts),
                outbox);
    }

    void register(RoutesConfig routes, Gate gate) {
        routes.get("/api/inbox", gate.acting(inbox::list));
        routes.get("/api/inbox/templates", gate.organization(templates::list));
        routes.put("/api/inbox/templates", gate.organization(templates::put));
        routes.delete("/api/inbox/templates/{template_id}", gate.organization(templates::delete));
        routes.get("/api/inbox/{thread_id}", gate.organization(inbox::one));
        routes.post("/api/inbox/{thread_id}/category", gate.actor(threads::category));
        routes.post("/api/inbox/{thread_id}/read", gate.actor(threads::read));
        routes.post("/api/inbox/{thread_id}/done", gate.actor(threads::done));
        routes.post("/api/inbox/{thread_id}/assign", gate.actor(threads::assign));
        routes.post("/api/inbox/{thread_id}/notes", gate.actor(threads::addNote));
        routes.delete("/api/inbox/{thread_id}/notes/{note_id}", gate.organization(threads::deleteNote));
        routes.post("/api/inbox/{thread_id}/reply", gate.actor(answers::reply));
        routes.get("/api/instantly/search/messages", gate.organization(search::messages));

        routes.get("/api/team/members", gate.organization(team::members));
        routes.post("/api/team/members", gate.organization(team::add));
        routes.put("/api/team/members/{member_id}", gate.organization(team::change));
        routes.delete("/api/team/members/{member_id}", gate.organization(team::remove));
        routes.get("/api/team/rules", gate.organization(team::rules));
        routes.put("/api/team/rules", gate.actor(team::setRules));
        routes.post("/api/leads/{email}/assign", gate.actor(threads::assignLead));
    }

    @Override
    public void close() {
        feed.close();
    }
}
