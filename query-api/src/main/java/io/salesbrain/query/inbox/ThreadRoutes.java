package io.salesbrain.query.inbox;

import io.javalin.http.Context;
import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.InboxAct.LeadAssignment;
import io.salesbrain.events.InboxAct.Mark;
import io.salesbrain.events.InboxAct.MarkKind;
import io.salesbrain.events.InboxAct.Note;
import io.salesbrain.events.InboxAct.ThreadAssignment;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.inbox.ShownConversation.NoteItem;
import io.salesbrain.query.inbox.ShownTeam.LeadAssignee;
import io.salesbrain.query.inbox.ShownTeam.MemberName;
import io.salesbrain.query.readmodel.LeadIndex;
import io.salesbrain.query.team.TeamBook;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with a conversation; what is answered is in every later answer. */
public final class ThreadRoutes {
    private static final int MOST_NOTES = 200;
    private static final int LONGEST_NOTE = 5_000;

    private final InboxIndex inbox;
    private final LeadIndex leads;
    private final TeamBook team;
    private final InboxRoutes shown;
    private final InboxWriter writer;

    public ThreadRoutes(InboxIndex inbox, LeadIndex leads, TeamBook team, InboxRoutes shown, InboxWriter writer) {
        this.inbox = inbox;
        this.leads = leads;
        this.team = team;
        this.shown = shown;
        this.writer = writer;
    }

    /** Says what a reply means, or takes back what was said; points, status and rates follow in the stream. */
    public void category(Context ctx, OrganizationId organization, String by) throws InterruptedException {
        var thread = shown.thread(ctx, organization);
        var body = Body.of(ctx);
        if (!body.mentions("category")) {
            throw ApiException.badField("category", "category says what the reply means; null takes that back.");
        }
        var category = body.optionalText("category")
                .map(label -> ReplyCategory.ofLabel(label)
                        .orElseThrow(() -> ApiException.badField(
                                "category",
                                "category is interested, meeting_request, question, not_interested, unsubscribe,"
                                        + " out_of_office, wrong_person, other or null.")));
        var eventId = body.optionalText("event_id").orElse(thread.latest().eventId());
        if (thread.replies().stream().noneMatch(reply -> Deliveries.of(reply).contains(eventId))) {
            throw ApiException.badField("event_id", "The thread has no reply " + eventId + ".");
        }
        writer.write(new ReplyCorrection(
                organization, thread.leadEmail(), eventId, category.orElse(null), by, writer.now()));
        shown.show(ctx, 200, thread);
    }

    public void read(Context ctx, OrganizationId organization, String by) throws InterruptedException {
        var thread = shown.thread(ctx, organization);
        mark(thread, MarkKind.READ, !Body.of(ctx).requiredFlag("unread"), by);
        shown.showBriefly(ctx, thread);
    }

    public void done(Context ctx, OrganizationId organization, String by) throws InterruptedException {
        var thread = shown.thread(ctx, organization);
        mark(thread, MarkKind.DONE, Body.of(ctx).requiredFlag("done"), by);
        shown.showBriefly(ctx, thread);
    }

    private void mark(InboxThread thread, MarkKind kind, boolean set, String by) throws InterruptedException {
        var latest = thread.latest();
        writer.write(new Mark(thread.organizationId(), latest.eventId(), kind, set, latest.at(), by, writer.now()));
    }

    public void assign(Context ctx, OrganizationId organization, String by) throws InterruptedException {
        var thread = shown.thread(ctx, organization);
        var member = member(ctx, organization);
        writer.write(new ThreadAssignment(organization, thread.latest().eventId(), member, by, writer.now()));
        shown.showBriefly(ctx, thread);
    }

    /** All conversations of a lead that nobody has assigned one by one. */
    public void assignLead(Context ctx, OrganizationId organization, String by) throws InterruptedException {
        var asked = ctx.pathParam("email");
        var lead = EmailAddress.parse(asked)
                .filter(email -> leads.find(organization, email, writer.now()).isPresent())
                .orElseThrow(() -> ApiException.notFound("There is no lead " + asked + "."));
        var member = member(ctx, organization);
        writer.write(new LeadAssignment(organization, lead, member, by, writer.now()));
        var assignedTo = Optional.ofNullable(member)
                .flatMap(id -> team.find(organization, id))
                .map(MemberName::of)
                .orElse(null);
        Answers.json(ctx, new LeadAssignee(lead, assignedTo));
    }

    private @Nullable String member(Context ctx, OrganizationId organization) {
        var body = Body.of(ctx);
        if (!body.mentions("member_id")) {
            throw ApiException.badField("member_id", "member_id says whose it is; null is nobody's.");
        }
        var member = body.optionalText("member_id");
        member.filter(id -> team.find(organization, id).isEmpty()).ifPresent(id -> {
            throw ApiException.badField("member_id", "There is no member " + id + ".");
        });
        return member.orElse(null);
    }

    public void addNote(Context ctx, OrganizationId organization, String by) throws InterruptedException {
        var thread = shown.thread(ctx, organization);
        var text = Body.of(ctx).longText("text", LONGEST_NOTE);
        if (thread.noteCount() >= MOST_NOTES) {
            throw ApiException.conflict("There are " + MOST_NOTES + " notes on this thread already.");
        }
        var note = new Note(
                organization, UUID.randomUUID().toString(), thread.latest().eventId(), text, by, writer.now());
        writer.write(note);
        Answers.json(ctx, 201, NoteItem.of(note));
    }

    public void deleteNote(Context ctx, OrganizationId organization) throws InterruptedException {
        var thread = shown.thread(ctx, organization);
        var id = ctx.pathParam("note_id");
        var note = inbox.beside(thread).notes().stream()
                .filter(each -> each.noteId().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("There is no note " + id + " on this thread."));
        writer.takeBack(note);
        Answers.json(ctx, NoteItem.of(note));
    }
}
