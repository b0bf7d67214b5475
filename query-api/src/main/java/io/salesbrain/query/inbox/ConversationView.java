package io.salesbrain.query.inbox;

import io.salesbrain.classifier.text.QuotedText;
import io.salesbrain.classifier.text.VisibleText;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.EventType;
import io.salesbrain.events.InboxAct.Answer;
import io.salesbrain.query.inbox.InboxIndex.Beside;
import io.salesbrain.query.inbox.ShownConversation.ConversationItem;
import io.salesbrain.query.inbox.ShownConversation.CorrectionItem;
import io.salesbrain.query.inbox.ShownConversation.MessageItem;
import io.salesbrain.query.inbox.ShownConversation.NoteItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thread with all that is in it. */
public final class ConversationView {
    private final InboxIndex inbox;
    private final Letterbox letterbox;
    private final ThreadView threads;
    private final Suggestions suggestions;

    public ConversationView(InboxIndex inbox, Letterbox letterbox, ThreadView threads, Suggestions suggestions) {
        this.inbox = inbox;
        this.letterbox = letterbox;
        this.threads = threads;
        this.suggestions = suggestions;
    }

    /** @param canSend whether an answer could go out */
    ConversationItem of(InboxThread thread, boolean canSend) {
        var letters = letters(thread);
        var beside = inbox.beside(thread);
        var latest = latestReply(letters);
        return new ConversationItem(
                threads.one(thread),
                messages(thread, letters, beside),
                beside.notes().stream().map(NoteItem::of).toList(),
                suggestions.of(thread, latest),
                canSend
                        && !thread.latest().account().isEmpty()
                        && latest.filter(letter -> !letter.emailId().isEmpty()).isPresent(),
                uniboxUrl(letters),
                beside.corrections().stream().map(CorrectionItem::of).toList());
    }

    /** Those of the thread, the oldest first. */
    List<Letter> letters(InboxThread thread) {
        var all = inbox.ofLead(thread.organizationId(), thread.leadEmail());
        return new Conversation(thread.campaignId(), all).of(thread, letterbox.conversation(thread));
    }

    static Optional<Letter> latestReply(List<Letter> oldestFirst) {
        return oldestFirst.stream()
                .filter(letter -> letter.type() != EventType.EMAIL_SENT)
                .reduce((_, later) -> later);
    }

    private static @Nullable String uniboxUrl(List<Letter> letters) {
        return letters.stream()
                .map(Letter::uniboxUrl)
                .filter(url -> url.startsWith("https://"))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private static List<MessageItem> messages(InboxThread thread, List<Letter> letters, Beside beside) {
        var answered = new HashSet<String>();
        var messages = new ArrayList<MessageItem>();
        for (var answer : beside.answers()) {
            messages.add(answer(answer));
            answered.add(answer.emailId());
        }
        for (var letter : letters) {
            // What Instantly tells of an answer that went out from here is that answer.
            boolean isAnswer = letter.type() == EventType.EMAIL_SENT
                    && !letter.emailId().isEmpty()
                    && answered.contains(letter.emailId());
            if (!isAnswer) {
                messages.add(message(thread, letter));
            }
        }
        messages.sort(Comparator.comparing(MessageItem::at));
        return messages;
    }

    private static MessageItem message(InboxThread thread, Letter letter) {
        boolean sent = letter.type() == EventType.EMAIL_SENT;
        var text = letter.text().isBlank() && letter.html().isBlank() ? letter.snippet() : letter.text();
        var reply = Conversation.reply(thread, letter).orElse(null);
        return new MessageItem(
                letter.eventId(),
                sent ? "out" : "in",
                sent ? "sent" : letter.type() == EventType.AUTO_REPLY_RECEIVED ? "auto_reply" : "reply",
                letter.at(),
                ThreadView.known(sent ? letter.account() : letter.leadEmail()),
                ThreadView.known(sent ? letter.leadEmail() : letter.account()),
                ThreadView.known(letter.subject()),
                letter.step().isStepKnown() ? (Integer) letter.step().step() : null,
                letter.step().isVariantKnown() ? (Integer) letter.step().variant() : null,
                VisibleText.of("", text, letter.html()),
                ThreadView.known(QuotedText.of(text, letter.html())),
                ThreadView.known(MailHtml.clean(letter.html())),
                ThreadView.known(letter.judgement().language()),
                reply == null ? null : reply.category(),
                reply == null ? null : reply.source(),
                reply == null ? null : ThreadView.confidence(reply, letter),
                letter.opened() ? (Boolean) true : null,
                null,
                null);
    }

    static MessageItem answer(Answer answer) {
        return new MessageItem(
                answer.answerId(),
                "out",
                "answer",
                answer.at(),
                answer.account(),
                answer.leadEmail(),
                ThreadView.known(answer.subject()),
                null,
                null,
                answer.text(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                answer.by(),
                answer.sending());
    }
}
