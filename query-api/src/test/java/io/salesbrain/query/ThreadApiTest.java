package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.ReplyCategory;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One conversation, and what people do with it. */
final class ThreadApiTest {
    private static final String ANNA = InboxFixture.ANNA;

    private final InboxFixture inbox = new InboxFixture();

    @Test
    void aThreadShowsWhatIsNewWhatIsQuotedAndHarmlessHtml() {
        var thread = inbox.json(inbox.conversation());
        assertThat(thread.get("messages").findValuesAsText("kind")).containsExactly("sent", "reply");
        var sent = thread.get("messages").get(0);
        assertThat(sent.get("direction").asText()).isEqualTo("out");
        assertThat(sent.get("from").asText()).isEqualTo(Replies.ACCOUNT);
        assertThat(sent.get("step").asInt()).isEqualTo(1);
        assertThat(sent.get("opened").asBoolean()).isTrue();
        var reply = thread.get("messages").get(1);
        assertThat(reply.get("text").asText()).isEqualTo("Gern, wann passt es?");
        assertThat(reply.get("quoted").asText()).contains("schrieb Lena").endsWith("Guten Tag");
        assertThat(reply.get("html").asText()).startsWith("<p>Gern").doesNotContain("script", "onclick", "http:");
        assertThat(reply.get("opened").isNull()).isTrue();
        assertThat(reply.get("category").asText()).isEqualTo("interested");
        assertThat(thread.get("unibox_url").asText()).isEqualTo("https://unibox.example/thread");
        assertThat(thread.get("can_send").asBoolean()).isFalse();
        var suggestion = thread.get("suggestions").get(0);
        assertThat(suggestion.get("template_id").isNull()).isTrue();
        assertThat(suggestion.get("language").asText()).isEqualTo("de");
        assertThat(suggestion.get("subject").asText()).isEqualTo("Re: Angebot");
        assertThat(suggestion.get("text").asText())
                .startsWith("Guten Tag Anna Beispiel,")
                .contains("{{calendar_link}}");
        assertThat(suggestion.get("missing").toString()).isEqualTo("[\"calendar_link\"]");
    }

    @Test
    void aCorrectionIsInTheAnswerAndCanBeTakenBack() {
        var path = inbox.conversation();
        var corrected = inbox.post(path + "/category", "{\"category\":\"not_interested\"}");
        assertThat(corrected.get("category").asText()).isEqualTo("not_interested");
        assertThat(corrected.get("category_source").asText()).isEqualTo("person");
        assertThat(corrected.get("confidence").isNull()).isTrue();
        assertThat(corrected.get("folder").asText()).isEqualTo("negative");
        assertThat(corrected.get("corrections").get(0).get("event_id").asText()).isEqualTo(inbox.event("r1"));
        assertThat(corrected.get("corrections").get(0).get("by").asText()).isNotBlank();
        var back = inbox.post(path + "/category", "{\"category\":null,\"event_id\":\"" + inbox.event("r1") + "\"}");
        assertThat(back.get("category_source").asText()).isEqualTo("model");
        assertThat(inbox.send("POST", path + "/category", "{}").statusCode()).isEqualTo(422);
        assertThat(inbox.send("POST", path + "/category", "{\"category\":\"x\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(inbox.send("POST", path + "/category", "{\"category\":\"other\",\"event_id\":\"x\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void marksNotesAndNewReplies() {
        var path = inbox.conversation();
        assertThat(inbox.post(path + "/read", "{\"unread\":false}")
                        .get("unread")
                        .asBoolean())
                .isFalse();
        assertThat(inbox.post(path + "/done", "{\"done\":true}").get("folder").asText())
                .isEqualTo("done");
        assertThat(inbox.send("POST", path + "/done", "{}").statusCode()).isEqualTo(422);
        var note = inbox.ok(201, inbox.send("POST", path + "/notes", "{\"text\":\"Rief an.\"}"));
        assertThat(inbox.json(path).get("notes").get(0)).isEqualTo(note);
        assertThat(inbox.json(path).get("note_count").asInt()).isEqualTo(1);
        var notePath = path + "/notes/" + note.get("note_id").asText();
        inbox.ok(200, inbox.send("DELETE", notePath, ""));
        assertThat(inbox.send("DELETE", notePath, "").statusCode()).isEqualTo(404);
        assertThat(inbox.json(path).get("notes")).isEmpty();

        inbox.replies(
                ANNA,
                inbox.reply("r1", "r1", 60, ReplyCategory.INTERESTED),
                inbox.reply("r2", "r1", 1, ReplyCategory.MEETING_REQUEST));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> inbox.json(path).get("reply_count").asInt() == 2);
        var reopened = inbox.json("/api/inbox/" + inbox.event("r2"));
        assertThat(reopened.get("thread_id").asText()).isEqualTo(inbox.event("r1"));
        assertThat(reopened.get("folder").asText()).isEqualTo("to_answer");
        assertThat(reopened.get("unread").asBoolean()).isTrue();
    }
}
