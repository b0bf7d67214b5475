package io.salesbrain.query.inbox;

import io.salesbrain.classifier.text.QuotedText;
import io.salesbrain.classifier.text.VisibleText;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.EventType;
import io.salesbrain.events.InboxAct.Answer;
import io.salesbrain.events.InboxAct.Note;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.query.inbox.InboxIndex.Beside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, @Nullable Object> of(InboxThread thread, boolean canSend) {
        var letters = letters(thread);
        var beside = inbox.beside(thread);
        var latest = latestReply(letters);
        var view = new LinkedHashMap<>(threads.one(thread));
        view.put("messages", messages(thread, letters, beside));
        view.put("notes", beside.notes().stream().map(ConversationView::note).toList());
        view.put("suggestions", suggestions.of(thread, latest));
        view.put(
                "can_send",
                canSend
                        && !thread.latest().account().isEmpty()
                        && latest.filter(letter -> !letter.emailId().isEmpty()).isPresent());
        view.put("unibox_url", uniboxUrl(letters));
        view.put(
                "corrections",
                beside.corrections().stream().map(ConversationView::correction).toList());
        return view;
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

    private static List<Map<String, @Nullable Object>> messages(
            InboxThread thread, List<Letter> letters, Beside beside) {
        record Placed(Instant at, Map<String, @Nullable Object> view) {}
        var answered = new HashSet<String>();
        var placed = new ArrayList<Placed>();
        for (var answer : beside.answers()) {
            placed.add(new Placed(answer.at(), answer(answer)));
            answered.add(answer.emailId());
        }
        for (var letter : letters) {
            // What Instantly tells of an answer that went out from here is that answer.
            boolean isAnswer = letter.type() == EventType.EMAIL_SENT
                    && !letter.emailId().isEmpty()
                    && answered.contains(letter.emailId());
            if (!isAnswer) {
                placed.add(new Placed(letter.at(), message(thread, letter)));
            }
        }
        placed.sort(Comparator.comparing(Placed::at));
        return placed.stream().map(Placed::view).toList();
    }

    private static Map<String, @Nullable Object> message(InboxThread thread, Letter letter) {
        boolean sent = letter.type() == EventType.EMAIL_SENT;
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("event_id", letter.eventId());
        view.put("direction", sent ? "out" : "in");
        view.put("kind", sent ? "sent" : letter.type() == EventType.AUTO_REPLY_RECEIVED ? "auto_reply" : "reply");
        view.put("at", letter.at());
        view.put("from", ThreadView.known(sent ? letter.account() : letter.leadEmail()));
        view.put("to", ThreadView.known(sent ? letter.leadEmail() : letter.account()));
        view.put("subject", ThreadView.known(letter.subject()));
        view.put("step", letter.step().isStepKnown() ? letter.step().step() : null);
        view.put("variant", letter.step().isVariantKnown() ? letter.step().variant() : null);
        var text = letter.text().isBlank() && letter.html().isBlank() ? letter.snippet() : letter.text();
        view.put("text", VisibleText.of("", text, letter.html()));
        view.put("quoted", ThreadView.known(QuotedText.of(text, letter.html())));
        view.put("html", ThreadView.known(MailHtml.clean(letter.html())));
        view.put("language", ThreadView.known(letter.judgement().language()));
        Conversation.reply(thread, letter)
                .ifPresentOrElse(reply -> ThreadView.addCategory(view, reply, letter), () -> uncategorised(view));
        view.put("opened", letter.opened() ? true : null);
        return view;
    }

    static Map<String, @Nullable Object> answer(Answer answer) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("event_id", answer.answerId());
        view.put("direction", "out");
        view.put("kind", "answer");
        view.put("at", answer.at());
        view.put("from", answer.account());
        view.put("to", answer.leadEmail());
        view.put("subject", ThreadView.known(answer.subject()));
        view.put("step", null);
        view.put("variant", null);
        view.put("text", answer.text());
        view.put("quoted", null);
        view.put("html", null);
        view.put("language", null);
        uncategorised(view);
        view.put("opened", null);
        view.put("by", answer.by());
        view.put("sending", answer.sending());
        return view;
    }

    private static void uncategorised(Map<String, @Nullable Object> view) {
        view.put("category", null);
        view.put("category_source", null);
        view.put("confidence", null);
    }

    static Map<String, Object> note(Note note) {
        var view = new LinkedHashMap<String, Object>();
        view.put("note_id", note.noteId());
        view.put("text", note.text());
        view.put("by", note.by());
        view.put("at", note.at());
        return view;
    }

    private static Map<String, @Nullable Object> correction(ReplyCorrection correction) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("category", correction.category());
        view.put("by", correction.by());
        view.put("at", correction.at());
        view.put("event_id", correction.eventId());
        return view;
    }
}
