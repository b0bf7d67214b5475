package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.query.Judgement;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.StepVariant;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.inbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that go out, and the texts they are made of. */
final class AnswerApiTest {
    private static final ApiServer SERVER = InboxFixture.SERVER;
    private static final Instant NOW = InboxFixture.NOW;
    private static final String ANNA = InboxFixture.ANNA;

    private final InboxFixture inbox = new InboxFixture();

    /** Takes answers as a connected Instantly would. */
    private static final class Connected implements Outbox {
        final List<Draft> sent = new CopyOnWriteArrayList<>();
        final AtomicReference<RuntimeException> failure = new AtomicReference<>();

        @Override
        public boolean canSend(OrganizationId organization) {
            return true;
        }

        @Override
        public String send(OrganizationId organization, Draft draft) {
            var problem = failure.get();
            if (problem != null) {
                throw problem;
            }
            sent.add(draft);
            return "mail-of-answer-" + sent.size();
        }
    }

    @AfterEach
    void disconnect() {
        SERVER.app().answerThrough(Outbox.NONE);
    }

    @Test
    void ownTemplatesAreSuggestedFirst() {
        var path = inbox.conversation();
        var template = inbox.ok(
                201,
                inbox.send(
                        "PUT",
                        "/api/inbox/templates",
                        "{\"category\":\"interested\",\"language\":\"de\",\"name\":\"Kurz\",\"campaign_id\":\"c1\",\"text\":\"Hallo {{first_name}}!\"}"));
        var suggestions = inbox.json(path).get("suggestions");
        assertThat(suggestions).hasSize(2);
        assertThat(suggestions.get(0).get("template_id")).isEqualTo(template.get("template_id"));
        assertThat(suggestions.get(0).get("text").asText()).isEqualTo("Hallo Anna!");
        assertThat(inbox.json("/api/inbox/templates").get("items")).hasSize(17);
        inbox.ok(
                200,
                inbox.send(
                        "DELETE",
                        "/api/inbox/templates/" + template.get("template_id").asText(),
                        ""));
        assertThat(inbox.json(path).get("suggestions")).hasSize(1);
        assertThat(inbox.send(
                                "PUT",
                                "/api/inbox/templates",
                                "{\"category\":\"interested\",\"language\":\"de\",\"text\":\"{{nickname}}\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAnswerGoesOutOnceAndTheThreadIsDone() {
        var path = inbox.conversation();
        var without = inbox.send("POST", path + "/reply", "{\"text\":\"Gern.\"}");
        assertThat(inbox.ok(409, without).get("error").get("code").asText()).isEqualTo("no_connection");

        var instantly = new Connected();
        SERVER.app().answerThrough(instantly);
        assertThat(inbox.json(path).get("can_send").asBoolean()).isTrue();
        assertThat(inbox.send("POST", path + "/reply", "{\"text\":\"Hier: {{calendar_link}}\"}")
                        .statusCode())
                .isEqualTo(422);

        var first =
                inbox.ok(201, SERVER.sendWithKey(inbox.owner.apiKey(), path + "/reply", "{\"text\":\"Gern.\"}", "k1"));
        var again =
                inbox.ok(201, SERVER.sendWithKey(inbox.owner.apiKey(), path + "/reply", "{\"text\":\"Gern.\"}", "k1"));
        assertThat(again).isEqualTo(first);
        assertThat(instantly.sent)
                .containsExactly(
                        new Outbox.Draft("mail-" + inbox.event("r1"), Replies.ACCOUNT, "Re: Angebot", "Gern."));
        var thread = inbox.json(path);
        assertThat(thread.get("done").asBoolean()).isTrue();
        assertThat(thread.get("messages").findValuesAsText("kind")).containsExactly("sent", "reply", "answer");
        assertThat(thread.get("messages").get(2).get("text").asText()).isEqualTo("Gern.");
        // When Instantly tells of it later, it is still one message.
        inbox.letters(new Letter(
                inbox.event("s2"),
                EventType.EMAIL_SENT,
                NOW,
                ANNA,
                Replies.CAMPAIGN,
                Replies.ACCOUNT,
                StepVariant.UNKNOWN,
                "mail-of-answer-1",
                "Re: Angebot",
                "Gern.",
                "",
                "",
                "",
                Judgement.NONE,
                false,
                Map.of()));
        assertThat(inbox.json(path).get("messages")).hasSize(3);
    }

    @Test
    void whatWasRefusedMayBeTriedAgainAndWhatIsUnsureMayNot() {
        var path = inbox.conversation();
        var instantly = new Connected();
        SERVER.app().answerThrough(instantly);
        instantly.failure.set(new Outbox.RefusedException(ApiException.tooMany("Instantly: slow down")));
        assertThat(SERVER.sendWithKey(inbox.owner.apiKey(), path + "/reply", "{\"text\":\"Gern.\"}", "k2")
                        .statusCode())
                .isEqualTo(429);
        assertThat(inbox.json(path).get("messages")).hasSize(2);

        instantly.failure.set(ApiException.unavailable("Instantly: no answer"));
        assertThat(SERVER.sendWithKey(inbox.owner.apiKey(), path + "/reply", "{\"text\":\"Gern.\"}", "k2")
                        .statusCode())
                .isEqualTo(503);
        instantly.failure.set(null);
        assertThat(SERVER.sendWithKey(inbox.owner.apiKey(), path + "/reply", "{\"text\":\"Gern.\"}", "k2")
                        .statusCode())
                .isEqualTo(409);
        assertThat(instantly.sent).isEmpty();
        assertThat(inbox.json(path).get("messages").get(2).get("sending").asText())
                .isEqualTo("unknown");
        assertThat(inbox.json(path).get("done").asBoolean()).isFalse();
    }
}
