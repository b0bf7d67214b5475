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

/** What lists of conversations show, and a search through their messages, field by field. */
final class ShownThread {
    private ShownThread() {}

    @Says("One page of conversations, and how many there are.")
    record ThreadList(
            @Says("The latest reply first.") List<ThreadItem> items,

            @Says("Goes into starting_after for the next page; null on the last one.") @Nullable
            String nextStartingAfter,

            @Says("How many there are, by folder, and all of them; under all filters but folder, q and page.")
            Map<String, FolderCount> folders,

            @Says("Since when the one that waits longest for an answer waits.") @Nullable
            Instant oldestWaitingSince) {}

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

            @Says("Where it lies.") Folder folder,

            @Says("Whether nobody has read the latest reply.")
            boolean unread,

            @Says("Whether somebody said it is done, and no reply came since.")
            boolean done,

            @Says("Whose it is.") ShownTeam.@Nullable MemberName assignedTo,
            @Says("How many notes there are on it.") int noteCount,
            @Says("The lead's status.") @Nullable LeadStatus leadStatus,
            @Says("Whether the lead is hot.") boolean hot,
            @Says("The lead's score now.") @Nullable Double score,

            @Says("Where it holds the words that were searched; only in a search.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<Highlight> highlights) {}

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
}
