package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.query.Correspondence;
import io.salesbrain.events.Classified;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Lists of conversations, folders, and the search. */
final class InboxApiTest {
    private static final ApiServer SERVER = InboxFixture.SERVER;
    private static final Instant NOW = InboxFixture.NOW;
    private static final String ANNA = InboxFixture.ANNA;

    private final InboxFixture inbox = new InboxFixture();

    @Test
    void aListSpeaksOfTheLatestReplyAndCountsFolders() {
        inbox.conversation();
        inbox.replies("bob@y.example", inbox.reply("b1", "b1", 30, ReplyCategory.NOT_INTERESTED));
        inbox.replies("eve@z.example", Replies.automatic(inbox.event("e1"), inbox.event("e1"), NOW.minusSeconds(60)));
        inbox.awaitThreads(3);

        var list = inbox.json("/api/inbox");
        assertThat(list.get("items").findValuesAsText("lead_email"))
                .containsExactly("eve@z.example", "bob@y.example", ANNA);
        var anna = list.get("items").get(2);
        assertThat(anna.get("lead_name").asText()).isEqualTo("Anna Beispiel");
        assertThat(anna.get("company").asText()).isEqualTo("Beispiel GmbH");
        assertThat(anna.get("campaign_name").asText()).isEqualTo("Frühling");
        assertThat(anna.get("subject").asText()).isEqualTo("Angebot");
        assertThat(anna.get("snippet").asText()).isEqualTo("Gern, wann passt es?");
        assertThat(anna.get("category").asText()).isEqualTo("interested");
        assertThat(anna.get("category_source").asText()).isEqualTo("model");
        assertThat(anna.get("confidence").asDouble()).isEqualTo(0.8);
        assertThat(anna.get("guesses")).isEmpty();
        assertThat(anna.get("folder").asText()).isEqualTo("to_answer");
        assertThat(anna.get("unread").asBoolean()).isTrue();
        assertThat(anna.get("lead_status").asText()).isEqualTo("engaged");
        assertThat(anna.get("language").asText()).isEqualTo("de");
        // Nothing is stored of the others yet: what is unknown is null.
        assertThat(list.get("items").get(0).get("subject").isNull()).isTrue();
        assertThat(list.get("items").get(0).get("automatic").asBoolean()).isTrue();

        var folders = list.get("folders");
        assertThat(folders.get("to_answer").toString()).isEqualTo("{\"threads\":1,\"unread\":1}");
        assertThat(folders.get("all").get("threads").asInt()).isEqualTo(3);
        assertThat(folders.get("done").get("threads").asInt()).isZero();
        assertThat(list.get("oldest_waiting_since").asText()).isEqualTo("2026-03-04T11:34:56.000Z");
        assertThat(inbox.json("/api/inbox?folder=negative").get("items").findValuesAsText("lead_email"))
                .containsExactly("bob@y.example");
        assertThat(inbox.json("/api/inbox?lead_email=" + ANNA)
                        .get("folders")
                        .get("all")
                        .get("threads")
                        .asInt())
                .isEqualTo(1);
        assertThat(inbox.json("/api/inbox?campaign_id=other").get("items")).isEmpty();
        assertThat(inbox.json("/api/inbox?category=not_interested&unread=true&account=" + Replies.ACCOUNT)
                        .get("items"))
                .hasSize(1);
        assertThat(inbox.json("/api/leads/" + ANNA).get("thread_ids").toString())
                .isEqualTo("[\"" + inbox.event("r1") + "\"]");
        for (var wrong : List.of("folder=x", "category=x", "unread=x", "assigned_to=me", "assigned_to=x", "q=-")) {
            assertThat(inbox.send("GET", "/api/inbox?" + wrong, "").statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void whatTheWarehouseDoesNotHaveYetIsKnownFromTheStream() {
        var raw = "{\"firstName\":\"Ada\",\"unibox_url\":\"https://unibox.example/2\"}";
        var event = new Event(
                inbox.event("f1"),
                inbox.id,
                EventType.REPLY_RECEIVED,
                "reply_received",
                NOW,
                NOW,
                NOW,
                Set.of(),
                "w",
                Replies.CAMPAIGN,
                "",
                ANNA,
                Replies.ACCOUNT,
                StepVariant.UNKNOWN,
                "mail-9",
                new ReplyContent("Re: Hello", "Sounds good", "", ""),
                raw);
        var scored = new ScoredEvent(
                event,
                0,
                1,
                new Classified(
                        ReplyCategory.QUESTION,
                        Map.of(ReplyCategory.QUESTION, 0.4, ReplyCategory.OTHER, 0.35, ReplyCategory.INTERESTED, 0.25),
                        "en",
                        true,
                        "m",
                        null,
                        "Sounds good"));
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.SCORED_EVENTS, event.logKey(), scored));
        inbox.replies(ANNA, inbox.reply("f1", "f1", 0, null));
        inbox.awaitThreads(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !inbox.json("/api/inbox")
                        .get("items")
                        .get(0)
                        .get("subject")
                        .isNull());
        var thread = inbox.json("/api/inbox/" + inbox.event("f1"));
        assertThat(thread.get("lead_name").asText()).isEqualTo("Ada");
        assertThat(thread.get("undecided").asBoolean()).isTrue();
        assertThat(thread.get("guesses").findValuesAsText("category")).containsExactly("question", "other");
        assertThat(thread.get("suggestions").findValuesAsText("category")).containsExactly("question", "other");
        assertThat(thread.get("messages").get(0).get("text").asText()).isEqualTo("Sounds good");
        assertThat(thread.get("folder").asText()).isEqualTo("decide");
    }

    @Test
    void pagesGiveEachThreadOnce() {
        for (int i = 0; i < 7; i++) {
            inbox.replies("lead" + i + "@x.example", inbox.reply("p" + i, "p" + i, i / 2, ReplyCategory.QUESTION));
        }
        inbox.awaitThreads(7);
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = inbox.json("/api/inbox?limit=2" + next);
            seen.addAll(page.get("items").findValuesAsText("lead_email"));
            next = page.get("next_starting_after").isNull()
                    ? ""
                    : "&starting_after=" + page.get("next_starting_after").asText();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void wordsAreFoundWithTheirPlaces() {
        inbox.conversation();
        SERVER.archive
                .of(inbox.id)
                .found
                .add(new Correspondence.Found(
                        inbox.event("r1"),
                        EventType.REPLY_RECEIVED,
                        NOW,
                        ANNA,
                        Replies.CAMPAIGN,
                        "AW: Angebot",
                        "Vielen Dank, wegen des Termins <b> melde ich mich für Müller."));
        var item = inbox.json("/api/inbox?q=TERMIN").get("items").get(0);
        var segments = item.get("highlights").get(0).get("segments");
        assertThat(segments.toString())
                .isEqualTo(
                        "[{\"text\":\"Vielen Dank, wegen des \",\"match\":false},{\"text\":\"Termins\",\"match\":true},"
                                + "{\"text\":\" <b> melde ich mich für Müller.\",\"match\":false}]");
        for (var q : List.of("mueller", "Muller", "m%C3%BCller", "fuer+muell")) {
            assertThat(inbox.json("/api/instantly/search/messages?q=" + q).get("items"))
                    .as(q)
                    .hasSize(1);
        }
        var message = inbox.json("/api/instantly/search/messages?q=angebot")
                .get("items")
                .get(0);
        assertThat(message.get("thread_id").asText()).isEqualTo(inbox.event("r1"));
        assertThat(message.get("direction").asText()).isEqualTo("in");
        assertThat(message.get("highlights").findValuesAsText("text")).containsExactly("AW: ", "Angebot");
        assertThat(inbox.json("/api/inbox?q=nirgends").get("items")).isEmpty();
        assertThat(inbox.json("/api/inbox?q=nirgends")
                        .get("folders")
                        .get("all")
                        .get("threads")
                        .asInt())
                .isEqualTo(1);
        assertThat(inbox.send("GET", "/api/instantly/search/messages", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherOrganizationSeesNothingOfIt() {
        var path = inbox.conversation();
        var other = SERVER.organization();
        assertThat(SERVER.json(other.apiKey(), "/api/inbox").get("items")).isEmpty();
        assertThat(SERVER.get(other.apiKey(), path).statusCode()).isEqualTo(404);
        for (var write : List.of(
                "/category {\"category\":null}",
                "/read {\"unread\":true}",
                "/done {\"done\":true}",
                "/assign {\"member_id\":null}",
                "/notes {\"text\":\"x\"}",
                "/reply {\"text\":\"x\"}")) {
            var parts = write.split(" ", 2);
            assertThat(SERVER.send(other.apiKey(), "POST", path + parts[0], parts[1])
                            .statusCode())
                    .as(write)
                    .isEqualTo(404);
        }
        var member = inbox.ok(201, inbox.send("POST", "/api/team/members", "{\"name\":\"Lena\"}"));
        var memberPath = "/api/team/members/" + member.get("member_id").asText();
        assertThat(SERVER.send(other.apiKey(), "PUT", memberPath, "{\"name\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(SERVER.send(other.apiKey(), "DELETE", memberPath, "").statusCode())
                .isEqualTo(404);
        assertThat(SERVER.json(other.apiKey(), "/api/team/members").get("items"))
                .isEmpty();
        assertThat(inbox.json(path).get("done").asBoolean()).isFalse();
    }
}
