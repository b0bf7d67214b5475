package io.salesbrain.query.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.CategorySource;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the inbox and the team show, field by field. */
final class Shown {
    private Shown() {}

    @Says("One page of conversations, and how many there are.")
    record ThreadList(
            @Says("The latest reply first.") List<ThreadItem> items,

            @Says("Goes into starting_after for the next page; null on the last one.") @Nullable
            String nextStartingAfter,

            @Says("How many there are, by folder, and all of them; under all filters but folder, q and page.")
            Map<String, FolderCount> folders,

            @Says("Since when the one that waits longest for an answer waits.") @Nullable
            Instant oldestWaitingSince) {}

    @Says("How much a folder holds.")
    record FolderCount(
            @Says("Conversations.") int threads,
            @Says("Those with a reply nobody has read.") int unread) {}

    @Says("A conversation, as of its latest reply.")
    record ThreadItem(
            @Says("The event id of its first reply; that of any other reply finds it too.")
            String threadId,

            @Says("With whom.") String leadEmail,

            @Says("As the lead's columns have it.") @Nullable
            String leadName,

            @Says("As the lead's columns have it.") @Nullable
            String company,

            @Says("In which campaign.") @Nullable String campaignId,
            @Says("What that is called.") @Nullable String campaignName,
            @Says("The mailbox it is about.") @Nullable String account,
            @Says("Without Re: and the like.") @Nullable String subject,
            @Says("When the first reply came.") Instant firstReplyAt,
            @Says("When the latest reply came.") Instant lastReplyAt,

            @Says("The beginning of the latest reply's own text.") @Nullable
            String snippet,

            @Says("How many replies it has.") int replyCount,

            @Says("What the latest reply means; null where nobody and nothing says.") @Nullable
            ReplyCategory category,

            @Says("Who said so.") @Nullable CategorySource categorySource,

            @Says("How sure the model is, where it said so; 0 to 1.") @Nullable
            Double confidence,

            @Says("The model's two best guesses, while a person has to decide.")
            List<Guess> guesses,

            @Says("A reply of a person that nobody and nothing has categorised.")
            boolean undecided,

            @Says("Whether the latest reply came from a machine.")
            boolean automatic,

            @Says("When the lead is back from an absence.") @Nullable
            LocalDate returnDate,

            @Says("Of the latest reply, ISO 639-1, or und.") @Nullable
            String language,

            @Says("Where it lies.") @Bounds(oneOf = {"to_answer", "decide", "out_of_office", "negative", "done"})
            String folder,

            @Says("Whether nobody has read the latest reply.")
            boolean unread,

            @Says("Whether somebody said it is done, and no reply came since.")
            boolean done,

            @Says("Whose it is.") @Nullable MemberName assignedTo,
            @Says("How many notes there are on it.") int noteCount,
            @Says("The lead's status.") @Nullable LeadStatus leadStatus,
            @Says("Whether the lead is hot.") boolean hot,
            @Says("The lead's score now.") @Nullable Double score,

            @Says("Where it holds the words that were searched; only in a search.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<Highlight> highlights,

            @Says("All its messages, the oldest first; only where one conversation is shown.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<MessageItem> messages,

            @Says("Notes on it; only where one conversation is shown.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<NoteItem> notes,

            @Says("Texts that could be sent; only where one conversation is shown.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<SuggestionItem> suggestions,

            @Says("Whether an answer could go out from here; only where one conversation is shown.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Boolean canSend,

            @Says("Where Instantly shows it; only where one conversation is shown.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String uniboxUrl,

            @Says("What people said its replies mean; only where one conversation is shown.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<CorrectionItem> corrections) {}

    @Says("What a reply might mean.")
    record Guess(
            @Says("What.") ReplyCategory category,
            @Says("How likely, 0 to 1.") double probability) {}

    @Says("A piece of text around words that were searched.")
    record Highlight(
            @Says("Of the message.") String eventId,
            @Says("When it was written.") Instant at,
            @Says("The text in pieces.") List<SegmentItem> segments) {}

    @Says("A piece of a text.")
    record SegmentItem(
            @Says("Plain text.") String text,
            @Says("Whether it is what was searched.") boolean match) {}

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
            String sending) {}

    @Says("A note on a conversation.")
    record NoteItem(
            @Says("Its id.") String noteId,
            @Says("What it says.") String text,
            @Says("Who wrote it.") String by,
            @Says("When.") Instant at) {}

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
            @Says("Of which reply.") String eventId) {}

    @Says("A message that holds the words that were searched.")
    record FoundMessage(
            @Says("Its event.") String eventId,

            @Says("The conversation it belongs to; null for a mail nobody answered.") @Nullable
            String threadId,

            @Says("From the lead, or to them.") @Bounds(oneOf = {"in", "out"})
            String direction,

            @Says("When.") Instant at,
            @Says("The lead.") String leadEmail,
            @Says("In which campaign.") @Nullable String campaignId,
            @Says("As sent.") @Nullable String subject,
            @Says("The text around the words, in pieces.") List<SegmentItem> highlights) {}

    @Says("A text that is suggested as an answer.")
    record AnswerTemplateItem(
            @Says("Null for what comes with the program.") @Nullable
            String templateId,

            @Says("Whether it is the organization's own.") boolean own,

            @Says("The campaign it is for; null for all.") @Nullable
            String campaignId,

            @Says("What it answers.") ReplyCategory category,
            @Says("en or de.") String language,
            @Says("What it is called.") String name,

            @Says("Null where the reply's own goes on.") @Nullable
            String subject,

            @Says("With placeholders such as {{first_name}}.")
            String text) {}

    @Says("All texts, and what can stand in them.")
    record AnswerTemplateList(
            @Says("The organization's own first.") List<AnswerTemplateItem> items,

            @Says("Always null: there is one page.") @Nullable
            String nextStartingAfter,

            @Says("What is filled in.") List<String> placeholders) {}

    @Says("Who it is.")
    record MemberName(
            @Says("Their id.") String memberId,
            @Says("For people.") String name) {}

    @Says("Somebody of the team.")
    record MemberItem(
            @Says("Their id.") String memberId,
            @Says("For people.") String name,
            @Says("Their own address.") @Nullable String email,

            @Says("Whether rules give them new conversations.")
            boolean active,

            @Says("How many leads with a conversation are theirs.")
            int assignedLeads) {}

    @Says("The whole team.")
    record MemberList(
            @Says("By name.") List<MemberItem> items,

            @Says("Always null: there is one page.") @Nullable
            String nextStartingAfter) {}

    @Says("Who gets new conversations: the first rule that fits.")
    record RuleList(@Says("In their order.") List<RuleItem> rules) {}

    @Says("Who gets the conversations of a campaign.")
    record RuleItem(
            @Says("Null is any campaign.") @Nullable String campaignId,
            @Says("Several take turns, by the lead.") List<String> memberIds) {}

    @Says("Whose a lead is.")
    record LeadAssignee(
            @Says("The lead.") String leadEmail,
            @Says("Null is nobody.") @Nullable MemberName assignedTo) {}
}
