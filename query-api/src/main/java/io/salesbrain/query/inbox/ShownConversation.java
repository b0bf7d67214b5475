package io.salesbrain.query.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.salesbrain.events.CategorySource;
import io.salesbrain.events.InboxAct.Note;
import io.salesbrain.events.InboxAct.Sending;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.inbox.ShownThread.ThreadItem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of one conversation beside what lists show, field by field. */
final class ShownConversation {
    private ShownConversation() {}

    @Says("A conversation with all that is in it.")
    @JsonPropertyOrder("thread")
    record ConversationItem(
            @JsonUnwrapped ThreadItem thread,

            @Says("All its messages, the oldest first.") List<MessageItem> messages,

            @Says("Notes on it.") List<NoteItem> notes,
            @Says("Texts that could be sent.") List<SuggestionItem> suggestions,

            @Says("Whether an answer could go out from here.")
            boolean canSend,

            @Says("Where Instantly shows it; null where that is not known.") @Nullable
            String uniboxUrl,

            @Says("What people said its replies mean.") List<CorrectionItem> corrections) {}

    @Says("A message in either direction.")
    record MessageItem(
            @Says("Its event, or the answer's own id.") String eventId,

            @Says("From the lead, or to them.") @Bounds(oneOf = {"in", "out"})
            String direction,

            @Says("What it is.") @Bounds(oneOf = {"sent", "reply", "auto_reply", "answer"})
            String kind,

            @Says("When.") Instant at,
            @Says("Whose address it is from.") @Nullable String from,
            @Says("To whom.") @Nullable String to,
            @Says("As sent.") @Nullable String subject,
            @Says("Which e-mail of the campaign.") @Nullable Integer step,
            @Says("Which variant of it.") @Nullable Integer variant,
            @Says("What is new in it, plain.") String text,
            @Says("What it quotes, plain.") @Nullable String quoted,

            @Says("As it was sent, cleaned: no scripts, styles, forms, remote images.") @Nullable
            String html,

            @Says("ISO 639-1, or und.") @Nullable String language,
            @Says("What a reply means.") @Nullable ReplyCategory category,
            @Says("Who said so.") @Nullable CategorySource categorySource,
            @Says("How sure the model is.") @Nullable Double confidence,

            @Says("True where it is known to have been opened.") @Nullable
            Boolean opened,

            @Says("Who wrote an answer from here.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String by,

            @Says("Whether an answer from here went out.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Sending sending) {}

    @Says("A note on a conversation.")
    record NoteItem(
            @Says("Its id.") String noteId,
            @Says("What it says.") String text,
            @Says("Who wrote it.") String by,
            @Says("When.") Instant at) {
        static NoteItem of(Note note) {
            return new NoteItem(note.noteId(), note.text(), note.by(), note.at());
        }
    }

    @Says("A text that could be sent.")
    record SuggestionItem(
            @Says("The template it is made of; null for what comes with the program.") @Nullable
            String templateId,

            @Says("What it answers.") ReplyCategory category,
            @Says("en or de.") String language,
            @Says("What the text is called.") String name,
            @Says("For the answer.") @Nullable String subject,
            @Says("Filled in.") String text,
            @Says("Placeholders nothing is known for.") List<String> missing) {}

    @Says("What somebody said a reply means.")
    record CorrectionItem(
            @Says("Null where it was taken back.") @Nullable ReplyCategory category,
            @Says("Who.") String by,
            @Says("When.") Instant at,
            @Says("Of which reply.") String eventId) {
        static CorrectionItem of(ReplyCorrection correction) {
            return new CorrectionItem(correction.category(), correction.by(), correction.at(), correction.eventId());
        }
    }
}
