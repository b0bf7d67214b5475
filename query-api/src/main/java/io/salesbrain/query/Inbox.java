package io.salesbrain.query;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.salesbrain.events.Topics;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.query.api.Api;
import io.salesbrain.query.inbox.AnswerRoutes;
import io.salesbrain.query.inbox.AnswerTemplateRoutes;
import io.salesbrain.query.inbox.AnswerTemplates;
import io.salesbrain.query.inbox.Assignees;
import io.salesbrain.query.inbox.ConversationView;
import io.salesbrain.query.inbox.InboxFeed;
import io.salesbrain.query.inbox.InboxIndex;
import io.salesbrain.query.inbox.InboxOperations;
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
                new AnswerTemplateRoutes(
                        templates,
                        new FollowedTopic<>(Topics.ANSWER_TEMPLATES, feed.templates(), writer, patience),
                        from.clock()),
                search,
                new TeamRoutes(book, assignees, acts),
                outbox);
    }

    void register(Api api) {
        api.acting(GET, "/api/inbox", InboxOperations.LIST, inbox::list);
        api.organization(GET, "/api/inbox/templates", InboxOperations.TEMPLATES, templates::list);
        api.organization(PUT, "/api/inbox/templates", InboxOperations.PUT_TEMPLATE, templates::put);
        api.organization(
                DELETE, "/api/inbox/templates/{template_id}", InboxOperations.DELETE_TEMPLATE, templates::delete);
        api.organization(GET, "/api/inbox/{thread_id}", InboxOperations.ONE, inbox::one);
        api.actor(POST, "/api/inbox/{thread_id}/category", InboxOperations.CATEGORY, threads::category);
        api.actor(POST, "/api/inbox/{thread_id}/read", InboxOperations.READ, threads::read);
        api.actor(POST, "/api/inbox/{thread_id}/done", InboxOperations.DONE, threads::done);
        api.actor(POST, "/api/inbox/{thread_id}/assign", InboxOperations.ASSIGN, threads::assign);
        api.actor(POST, "/api/inbox/{thread_id}/notes", InboxOperations.ADD_NOTE, threads::addNote);
        api.organization(
                DELETE, "/api/inbox/{thread_id}/notes/{note_id}", InboxOperations.DELETE_NOTE, threads::deleteNote);
        api.actor(POST, "/api/inbox/{thread_id}/reply", InboxOperations.REPLY, answers::reply);
        api.organization(GET, "/api/instantly/search/messages", InboxOperations.SEARCH, search::messages);

        api.organization(GET, "/api/team/members", InboxOperations.MEMBERS, team::members);
        api.organization(POST, "/api/team/members", InboxOperations.ADD_MEMBER, team::add);
        api.organization(PUT, "/api/team/members/{member_id}", InboxOperations.CHANGE_MEMBER, team::change);
        api.organization(DELETE, "/api/team/members/{member_id}", InboxOperations.REMOVE_MEMBER, team::remove);
        api.organization(GET, "/api/team/rules", InboxOperations.RULES, team::rules);
        api.actor(PUT, "/api/team/rules", InboxOperations.SET_RULES, team::setRules);
        api.actor(POST, "/api/leads/{email}/assign", InboxOperations.ASSIGN_LEAD, threads::assignLead);
    }

    @Override
    public void close() {
        feed.close();
    }
}
