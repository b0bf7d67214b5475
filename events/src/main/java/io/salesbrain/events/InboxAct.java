package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person did with a conversation. All but one name a reply by its event id, not a thread: replies that arrive late
 * may join threads or begin them earlier, and what was done goes with the reply.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InboxAct.Mark.class, name = "mark"),
    @JsonSubTypes.Type(value = InboxAct.ThreadAssignment.class, name = "thread_assignment"),
    @JsonSubTypes.Type(value = InboxAct.LeadAssignment.class, name = "lead_assignment"),
    @JsonSubTypes.Type(value = InboxAct.Note.class, name = "note"),
    @JsonSubTypes.Type(value = InboxAct.Answer.class, name = "answer")
})
public sealed interface InboxAct {
    OrganizationId organizationId();

    /** Who did it, for people to read. */
    String by();

    Instant at();

    /** The key of this act in its topic: the organization, what kind of act it is, and what it is about. */
    String key();

    /** What can be said of a thread up to a reply. */
    enum MarkKind {
        READ,
        DONE;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Read, or done; or not so any more.
     *
     * @param eventId the latest reply of the thread that was known then
     * @param upTo when that reply came: what is later is not covered
     */
    record Mark(
            OrganizationId organizationId,
            String eventId,
            MarkKind mark,
            boolean set,
            Instant upTo,
            String by,
            Instant at)
            implements InboxAct {
        @Override
        public String key() {
            return organizationId + "/" + mark.label() + "/" + eventId;
        }
    }

    /** @param memberId null: nobody's, whatever the rules say */
    record ThreadAssignment(
            OrganizationId organizationId,
            String eventId,
            @Nullable String memberId,
            String by,
            Instant at) implements InboxAct {
        @Override
        public String key() {
            return organizationId + "/thread-assignment/" + eventId;
        }
    }

    /** @param memberId null: nobody's, whatever the rules say */
    record LeadAssignment(
            OrganizationId organizationId,
            String leadEmail,
            @Nullable String memberId,
            String by,
            Instant at) implements InboxAct {
        @Override
        public String key() {
            return organizationId + "/lead-assignment/" + leadEmail;
        }
    }

    /** Seen by the organization's people only. */
    record Note(OrganizationId organizationId, String noteId, String eventId, String text, String by, Instant at)
            implements InboxAct {
        @Override
        public String key() {
            return key(organizationId, noteId);
        }

        public static String key(OrganizationId organizationId, String noteId) {
            return organizationId + "/note/" + noteId;
        }
    }

    /** How far the sending of an answer came. */
    enum Sending {
        /** Handed to Instantly, which has not answered yet. */
        UNDER_WAY,
        SENT,
        /** Instantly did not say whether it sent it. */
        UNKNOWN;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An answer sent from here. It is written before it is handed to Instantly, so that nothing is sent twice.
     *
     * @param answerId the same for the same idempotency key
     * @param eventId the reply it answers
     * @param account the mailbox it goes from
     * @param emailId Instantly's id of the sent message; empty while unknown
     * @param upTo when the latest reply came that was known then
     */
    record Answer(
            OrganizationId organizationId,
            String answerId,
            String eventId,
            String leadEmail,
            String account,
            String subject,
            String text,
            Sending sending,
            String emailId,
            Instant upTo,
            String by,
            Instant at)
            implements InboxAct {
        @Override
        public String key() {
            return organizationId + "/answer/" + answerId;
        }

        /** As it stands after Instantly's word, or its silence. */
        public Answer with(Sending outcome, String sentEmailId, Instant when) {
            return new Answer(
                    organizationId,
                    answerId,
                    eventId,
                    leadEmail,
                    account,
                    subject,
                    text,
                    outcome,
                    sentEmailId,
                    upTo,
                    by,
                    when);
        }
    }
}
