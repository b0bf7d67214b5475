package io.salesbrain.query.inbox;

import io.salesbrain.events.InboxAct;
import io.salesbrain.events.InboxAct.Answer;
import io.salesbrain.events.InboxAct.LeadAssignment;
import io.salesbrain.events.InboxAct.Note;
import io.salesbrain.events.LeadRecord;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.events.Watermark;
import io.salesbrain.query.inbox.InboxThread.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The conversations of every organization, from the states of leads and what people did. */
public final class InboxIndex {
    /**
     * @param folders those that hold anything
     * @param oldestWaiting when the reply came that waits longest to be answered or decided on
     */
    public record Listing(
            List<InboxThread> threads,
            Map<Folder, FolderCount> folders,
            @Nullable Instant oldestWaiting) {
        static final Listing EMPTY = new Listing(List.of(), Map.of(), null);

        public Listing {
            threads = List.copyOf(threads);
            folders = Map.copyOf(folders);
        }
    }

    /** What people wrote beside a thread, sent from here, and said of its replies, each in order of time. */
    public record Beside(List<Note> notes, List<Answer> answers, List<ReplyCorrection> corrections) {
        static final Beside NOTHING = new Beside(List.of(), List.of(), List.of());
    }

    private final Map<OrganizationId, OrganizationInbox> organizations = new ConcurrentHashMap<>();
    private final Consumer<InboxThread> onChange;
    private volatile boolean watching;

    /** @param onChange gets threads that changed, once {@link #startWatching} was called */
    public InboxIndex(Consumer<InboxThread> onChange) {
        this.onChange = onChange;
    }

    /** Takes a record of the lead-states topic; a null value removes a lead. */
    public void accept(String key, @Nullable LeadRecord value) {
        switch (value) {
            case null -> {
                var parts = key.split("/", 3);
                if (parts.length == 3 && parts[1].equals("lead")) {
                    tell(of(new OrganizationId(parts[0])).replies(parts[2], List.of()));
                }
            }
            case LeadState state -> tell(of(state.organizationId()).replies(state.leadEmail(), state.replies()));
            case Watermark _ -> {}
        }
    }

    /** Takes a record of the topic of what people did. */
    public void act(String key, @Nullable InboxAct act) {
        tell(of(new OrganizationId(key.substring(0, key.indexOf('/')))).act(key, act));
    }

    /** Takes a record of the corrections topic. */
    public void correct(@Nullable ReplyCorrection correction) {
        if (correction != null) {
            tell(of(correction.organizationId()).correct(correction));
        }
    }

    private OrganizationInbox of(OrganizationId organization) {
        return organizations.computeIfAbsent(organization, OrganizationInbox::new);
    }

    private void tell(List<InboxThread> changed) {
        if (watching) {
            changed.forEach(onChange);
        }
    }

    /** From now on changes are told; before, the past was being read. */
    public void startWatching() {
        watching = true;
    }

    public boolean isWatching() {
        return watching;
    }

    /** The thread that a reply is in. */
    public Optional<InboxThread> find(OrganizationId organization, String eventId) {
        return existing(organization).flatMap(inbox -> inbox.find(eventId));
    }

    /** Those of a lead, the latest reply first. */
    public List<InboxThread> ofLead(OrganizationId organization, String leadEmail) {
        return existing(organization).map(inbox -> inbox.ofLead(leadEmail)).orElse(List.of());
    }

    /**
     * The latest reply first, from behind a place on, at most so many. Each question looks at every thread of the
     * organization once, which for a hundred thousand is a few milliseconds.
     *
     * @param filter what is counted
     * @param shown what of it is listed
     */
    public Listing list(
            OrganizationId organization,
            Predicate<InboxThread> filter,
            Predicate<InboxThread> shown,
            Optional<Place> after,
            int limit) {
        return existing(organization)
                .map(inbox -> inbox.list(filter, shown, after, limit))
                .orElse(Listing.EMPTY);
    }

    public Beside beside(InboxThread thread) {
        return existing(thread.organizationId())
                .map(inbox -> inbox.beside(thread))
                .orElse(Beside.NOTHING);
    }

    public Optional<LeadAssignment> assignment(OrganizationId organization, String leadEmail) {
        return existing(organization).flatMap(inbox -> inbox.assignment(leadEmail));
    }

    public Optional<Note> note(OrganizationId organization, String noteId) {
        return existing(organization).flatMap(inbox -> inbox.note(Note.key(organization, noteId)));
    }

    /** By the key of its topic. */
    public Optional<Answer> answer(OrganizationId organization, String key) {
        return existing(organization).flatMap(inbox -> inbox.answer(key));
    }

    private Optional<OrganizationInbox> existing(OrganizationId organization) {
        return Optional.ofNullable(organizations.get(organization));
    }
}
