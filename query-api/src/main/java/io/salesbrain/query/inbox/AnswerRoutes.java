package io.salesbrain.query.inbox;

import io.javalin.http.Context;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.InboxAct.Answer;
import io.salesbrain.events.InboxAct.Sending;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a conversation through Instantly. What is to be sent is in the log before it is sent: who asks again with the same
 * key gets the same answer, and after a crash nothing goes out twice.
 */
public final class AnswerRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerRoutes.class);
    private static final int LONGEST = 20_000;
    private static final int LONGEST_KEY = 200;

    private final InboxIndex inbox;
    private final InboxRoutes shown;
    private final ConversationView conversations;
    private final InboxWriter writer;
    private final Supplier<Outbox> outbox;
    /** Answers that this process is about to send. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    public AnswerRoutes(
            InboxIndex inbox,
            InboxRoutes shown,
            ConversationView conversations,
            InboxWriter writer,
            Supplier<Outbox> outbox) {
        this.inbox = inbox;
        this.shown = shown;
        this.conversations = conversations;
        this.writer = writer;
        this.outbox = outbox;
    }

    public void reply(Context ctx, OrganizationId organization, String by) throws InterruptedException {
        var thread = shown.thread(ctx, organization);
        var body = Body.of(ctx);
        var text = body.longText("text", LONGEST);
        var subject = body.optionalText("subject");
        if (AnswerText.isUnfinished(text)
                || subject.filter(AnswerText::isUnfinished).isPresent()) {
            throw ApiException.badField("text", "There is a placeholder left in the text; fill it in or take it out.");
        }
        if (!outbox.get().canSend(organization)) {
            throw ApiException.noConnection();
        }
        var answer = draft(thread, answerId(ctx, organization, thread), subject, text, by);
        if (!underWay.add(answer.draft().key())) {
            throw ApiException.conflict("This answer is being sent at this moment.");
        }
        try {
            var known = inbox.answer(organization, answer.draft().key());
            if (known.isPresent()) {
                Answers.json(ctx, 201, ConversationView.answer(sentBefore(known.get())));
                return;
            }
            Answers.json(ctx, 201, ConversationView.answer(send(answer)));
        } finally {
            underWay.remove(answer.draft().key());
        }
    }

    /** @param replyTo Instantly's id of the message it answers */
    private record Ready(Answer draft, String replyTo) {}

    private Ready draft(InboxThread thread, String id, Optional<String> subject, String text, String by) {
        var latest = ConversationView.latestReply(conversations.letters(thread))
                .filter(letter -> !letter.emailId().isEmpty())
                .orElseThrow(() -> ApiException.conflict(
                        "The reply came without Instantly's id of the message, so it can only be answered there."));
        var account = latest.account().isEmpty() ? thread.latest().account() : latest.account();
        if (account.isEmpty()) {
            throw ApiException.conflict("It is not known which mailbox the reply came to.");
        }
        return new Ready(
                new Answer(
                        thread.organizationId(),
                        id,
                        thread.latest().eventId(),
                        thread.leadEmail(),
                        account,
                        subject.orElseGet(() -> subjectOf(latest)),
                        text,
                        Sending.UNDER_WAY,
                        "",
                        thread.latest().at(),
                        by,
                        writer.now()),
                latest.emailId());
    }

    private static String subjectOf(Letter latest) {
        return Subjects.answer(latest.subject());
    }

    private static String answerId(Context ctx, OrganizationId organization, InboxThread thread) {
        var key = ctx.header("Idempotency-Key");
        if (key == null || key.isBlank()) {
            return "answer-" + UUID.randomUUID();
        }
        if (key.length() > LONGEST_KEY) {
            throw ApiException.badRequest("Idempotency-Key has at most " + LONGEST_KEY + " characters.");
        }
        var about = organization + "\n" + thread.leadEmail() + "\n" + key.strip();
        return "answer-" + UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer sentBefore(Answer known) {
        return switch (known.sending()) {
            case SENT -> known;
            case UNDER_WAY, UNKNOWN ->
                throw ApiException.conflict(
                        "An answer with this key was handed to Instantly, and it is not known whether it went out;"
                                + " look there before you send another.");
        };
    }

    private Answer send(Ready ready) throws InterruptedException {
        var draft = ready.draft();
        writer.write(draft);
        try {
            var emailId = outbox.get()
                    .send(
                            draft.organizationId(),
                            new Outbox.Draft(ready.replyTo(), draft.account(), draft.subject(), draft.text()));
            var sent = draft.with(Sending.SENT, emailId, writer.now());
            writer.write(sent);
            return sent;
        } catch (Outbox.RefusedException e) {
            writer.takeBack(draft);
            throw e.getCause() instanceof RuntimeException told ? told : e;
        } catch (RuntimeException e) {
            LOG.warn("it is not known whether an answer of {} went out", draft.organizationId(), e);
            writer.write(draft.with(Sending.UNKNOWN, "", writer.now()));
            throw e;
        }
    }
}
