package io.salesbrain.query.inbox;

import io.javalin.http.Context;
import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.TeamEntry.Member;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.inbox.InboxIndex.Listing;
import io.salesbrain.query.inbox.InboxThread.Place;
import io.salesbrain.query.inbox.ShownThread.ThreadList;
import io.salesbrain.query.team.TeamBook;
import io.salesbrain.tenancy.Principal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The list of conversations, and one of them. */
public final class InboxRoutes {
    private static final String ALL = "all";
    private static final String ME = "me";
    private static final String NOBODY = "nobody";

    private final InboxIndex inbox;
    private final TeamBook team;
    private final Assignees assignees;
    private final ThreadView threads;
    private final ConversationView conversations;
    private final Search search;
    private final Supplier<Outbox> outbox;

    public InboxRoutes(
            InboxIndex inbox,
            TeamBook team,
            Assignees assignees,
            ThreadView threads,
            ConversationView conversations,
            Search search,
            Supplier<Outbox> outbox) {
        this.inbox = inbox;
        this.team = team;
        this.assignees = assignees;
        this.threads = threads;
        this.conversations = conversations;
        this.search = search;
        this.outbox = outbox;
    }

    public void list(Context ctx, OrganizationId organization, Principal principal) {
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 2, parts -> new Place(Instant.parse(parts.get(0)), parts.get(1)));
        var folder = folder(ctx);
        var hits = Parameters.text(ctx, "q").map(q -> search.hits(organization, q));
        var listing = inbox.list(
                organization,
                filter(ctx, organization, principal),
                thread -> folder.map(wanted -> thread.folder() == wanted).orElse(true)
                        && hits.map(found -> found.isIn(thread)).orElse(true),
                start,
                limit + 1);
        var page = Page.of(listing.threads(), limit, InboxRoutes::cursor);
        Answers.json(
                ctx,
                new ThreadList(
                        threads.all(organization, page.items(), hits),
                        page.nextStartingAfter(),
                        folders(listing),
                        listing.oldestWaiting()));
    }

    private static String cursor(InboxThread thread) {
        return Cursor.of(thread.place().lastReplyAt().toString(), thread.threadId());
    }

    private static Optional<Folder> folder(Context ctx) {
        return Parameters.text(ctx, "folder")
                .filter(label -> !label.equals(ALL))
                .map(label -> Folder.ofLabel(label)
                        .orElseThrow(() -> ApiException.badParameter(
                                "folder", "folder is to_answer, decide, out_of_office, negative, done or all.")));
    }

    private Predicate<InboxThread> filter(Context ctx, OrganizationId organization, Principal principal) {
        Predicate<InboxThread> filter = _ -> true;
        var category = Parameters.text(ctx, "category")
                .map(label -> ReplyCategory.ofLabel(label)
                        .orElseThrow(() -> ApiException.badParameter("category", "There is no such category.")));
        if (category.isPresent()) {
            filter = filter.and(thread -> thread.latest().category() == category.get());
        }
        var unread = Parameters.flag(ctx, "unread");
        if (unread.isPresent()) {
            filter = filter.and(thread -> thread.unread() == unread.get());
        }
        var campaign = Parameters.text(ctx, "campaign_id");
        if (campaign.isPresent()) {
            filter = filter.and(thread -> thread.campaignId().equals(campaign.get()));
        }
        var account = address(ctx, "account");
        if (account.isPresent()) {
            filter = filter.and(thread -> thread.latest().account().equals(account.get()));
        }
        var lead = address(ctx, "lead_email");
        if (lead.isPresent()) {
            filter = filter.and(thread -> thread.leadEmail().equals(lead.get()));
        }
        return assigned(ctx, organization, principal).map(filter::and).orElse(filter);
    }

    private static Optional<String> address(Context ctx, String name) {
        return Parameters.text(ctx, name)
                .map(text -> EmailAddress.parse(text)
                        .orElseThrow(() -> ApiException.badParameter(name, name + " is an e-mail address.")));
    }

    private Optional<Predicate<InboxThread>> assigned(Context ctx, OrganizationId organization, Principal principal) {
        return Parameters.text(ctx, "assigned_to").map(asked -> switch (asked) {
            case NOBODY -> thread -> assignees.of(thread).isEmpty();
            case ME -> of(organization, own(principal));
            default -> of(organization, asked);
        });
    }

    private Predicate<InboxThread> of(OrganizationId organization, String memberId) {
        if (team.find(organization, memberId).isEmpty()) {
            throw ApiException.badParameter("assigned_to", "There is no member " + memberId + ".");
        }
        return thread -> assignees
                .of(thread)
                .map(Member::memberId)
                .filter(memberId::equals)
                .isPresent();
    }

    private static String own(Principal principal) {
        var own = principal instanceof Principal.OrganizationKey key ? key.memberId() : Optional.<String>empty();
        return own.orElseThrow(() -> ApiException.badParameter(
                "assigned_to", "This key belongs to no member; say which member_id is meant."));
    }

    private static Map<String, FolderCount> folders(Listing listing) {
        var folders = new LinkedHashMap<String, FolderCount>();
        var all = FolderCount.NONE;
        for (var folder : Folder.values()) {
            var count = listing.folders().getOrDefault(folder, FolderCount.NONE);
            folders.put(folder.label(), count);
            all = all.plus(count);
        }
        folders.put(ALL, all);
        return folders;
    }

    public void one(Context ctx, OrganizationId organization) {
        show(ctx, 200, thread(ctx, organization));
    }

    /** The thread as it is now, with all that is in it. */
    void show(Context ctx, int status, InboxThread thread) {
        var current = inbox.find(thread.organizationId(), thread.threadId()).orElse(thread);
        Answers.json(ctx, status, conversations.of(current, outbox.get().canSend(thread.organizationId())));
    }

    /** As lists show it, as it is now. */
    void showBriefly(Context ctx, InboxThread thread) {
        var current = inbox.find(thread.organizationId(), thread.threadId()).orElse(thread);
        Answers.json(ctx, threads.one(current));
    }

    InboxThread thread(Context ctx, OrganizationId organization) {
        var id = ctx.pathParam("thread_id");
        return inbox.find(organization, id).orElseThrow(() -> ApiException.notFound("There is no thread " + id + "."));
    }
}
