package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.clickhouse.query.Correspondence;
import io.salesbrain.clickhouse.query.Judgement;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.Classified;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Topics;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.inbox.Outbox;
import io.salesbrain.tenancy.CreatedOrganization;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InboxApiTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final Instant NOW = ApiServer.NOW;
    private static final String ANNA = "anna@x.example";

    private final CreatedOrganization owner = SERVER.organization();
    private final OrganizationId id = owner.organizationId();

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

    private void replies(String lead, LeadReply... replies) {
        SERVER.write(Replies.state(id, lead, List.of(replies)));
    }

    private void letters(Letter... letters) {
        SERVER.archive.of(id).letters.addAll(List.of(letters));
    }

    private String event(String name) {
        return id + "-" + name;
    }

    private LeadReply reply(String name, String thread, int minutesAgo, @Nullable ReplyCategory category) {
        return Replies.reply(event(name), event(thread), NOW.minus(Duration.ofMinutes(minutesAgo)), category);
    }

    private JsonNode json(String path) {
        return SERVER.json(owner.apiKey(), path);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return SERVER.send(owner.apiKey(), method, path, body);
    }

    private JsonNode ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return ApiServer.read(answer.body());
    }

    private JsonNode post(String path, String body) {
        return ok(200, send("POST", path, body));
    }

    private void awaitThreads(int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> json("/api/inbox?limit=100").get("items").size() == number);
    }

    private String conversation() {
        replies(ANNA, reply("r1", "r1", 60, ReplyCategory.INTERESTED));
        letters(
                Replies.sent(event("s1"), ANNA, NOW.minusSeconds(9_000), "Angebot", "Guten Tag, hier ist es."),
                Replies.received(
                        event("r1"),
                        ANNA,
                        NOW.minusSeconds(3_600),
                        "AW: Angebot",
                        "Gern, wann passt es?\n\nAm 1. März 2026 schrieb Lena <lena@send.example>:\n> Guten Tag",
                        "<p onclick=\"x()\">Gern <script>x()</script><a href=\"http://a.example\">a</a></p>"));
        SERVER.archive.of(id).names.put(Replies.CAMPAIGN, "Frühling");
        awaitThreads(1);
        return "/api/inbox/" + event("r1");
    }

    @Test
    void aListSpeaksOfTheLatestReplyAndCountsFolders() {
        conversation();
        replies("bob@y.example", reply("b1", "b1", 30, ReplyCategory.NOT_INTERESTED));
        replies("eve@z.example", Replies.automatic(event("e1"), event("e1"), NOW.minusSeconds(60)));
        awaitThreads(3);

        var list = json("/api/inbox");
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
        assertThat(json("/api/inbox?folder=negative").get("items").findValuesAsText("lead_email"))
                .containsExactly("bob@y.example");
        assertThat(json("/api/inbox?lead_email=" + ANNA)
                        .get("folders")
                        .get("all")
                        .get("threads")
                        .asInt())
                .isEqualTo(1);
        assertThat(json("/api/inbox?campaign_id=other").get("items")).isEmpty();
        assertThat(json("/api/inbox?category=not_interested&unread=true&account=" + Replies.ACCOUNT)
                        .get("items"))
                .hasSize(1);
        assertThat(json("/api/leads/" + ANNA).get("thread_ids").toString()).isEqualTo("[\"" + event("r1") + "\"]");
        for (var wrong : List.of("folder=x", "category=x", "unread=x", "assigned_to=me", "assigned_to=x", "q=-")) {
            assertThat(send("GET", "/api/inbox?" + wrong, "").statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void whatTheWarehouseDoesNotHaveYetIsKnownFromTheStream() {
        var raw = "{\"firstName\":\"Ada\",\"unibox_url\":\"https://unibox.example/2\"}";
        var event = new Event(
                event("f1"),
                id,
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
        replies(ANNA, reply("f1", "f1", 0, null));
        awaitThreads(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        !json("/api/inbox").get("items").get(0).get("subject").isNull());
        var thread = json("/api/inbox/" + event("f1"));
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
            replies("lead" + i + "@x.example", reply("p" + i, "p" + i, i / 2, ReplyCategory.QUESTION));
        }
        awaitThreads(7);
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = json("/api/inbox?limit=2" + next);
            seen.addAll(page.get("items").findValuesAsText("lead_email"));
            next = page.get("next_starting_after").isNull()
                    ? ""
                    : "&starting_after=" + page.get("next_starting_after").asText();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void aThreadShowsWhatIsNewWhatIsQuotedAndHarmlessHtml() {
        var thread = json(conversation());
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
        var path = conversation();
        var corrected = post(path + "/category", "{\"category\":\"not_interested\"}");
        assertThat(corrected.get("category").asText()).isEqualTo("not_interested");
        assertThat(corrected.get("category_source").asText()).isEqualTo("person");
        assertThat(corrected.get("confidence").isNull()).isTrue();
        assertThat(corrected.get("folder").asText()).isEqualTo("negative");
        assertThat(corrected.get("corrections").get(0).get("event_id").asText()).isEqualTo(event("r1"));
        assertThat(corrected.get("corrections").get(0).get("by").asText()).isNotBlank();
        var back = post(path + "/category", "{\"category\":null,\"event_id\":\"" + event("r1") + "\"}");
        assertThat(back.get("category_source").asText()).isEqualTo("model");
        assertThat(send("POST", path + "/category", "{}").statusCode()).isEqualTo(422);
        assertThat(send("POST", path + "/category", "{\"category\":\"x\"}").statusCode())
                .isEqualTo(422);
        assertThat(send("POST", path + "/category", "{\"category\":\"other\",\"event_id\":\"x\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void marksNotesAndNewReplies() {
        var path = conversation();
        assertThat(post(path + "/read", "{\"unread\":false}").get("unread").asBoolean())
                .isFalse();
        assertThat(post(path + "/done", "{\"done\":true}").get("folder").asText())
                .isEqualTo("done");
        assertThat(send("POST", path + "/done", "{}").statusCode()).isEqualTo(422);
        var note = ok(201, send("POST", path + "/notes", "{\"text\":\"Rief an.\"}"));
        assertThat(json(path).get("notes").get(0)).isEqualTo(note);
        assertThat(json(path).get("note_count").asInt()).isEqualTo(1);
        var notePath = path + "/notes/" + note.get("note_id").asText();
        ok(200, send("DELETE", notePath, ""));
        assertThat(send("DELETE", notePath, "").statusCode()).isEqualTo(404);
        assertThat(json(path).get("notes")).isEmpty();

        replies(
                ANNA,
                reply("r1", "r1", 60, ReplyCategory.INTERESTED),
                reply("r2", "r1", 1, ReplyCategory.MEETING_REQUEST));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> json(path).get("reply_count").asInt() == 2);
        var reopened = json("/api/inbox/" + event("r2"));
        assertThat(reopened.get("thread_id").asText()).isEqualTo(event("r1"));
        assertThat(reopened.get("folder").asText()).isEqualTo("to_answer");
        assertThat(reopened.get("unread").asBoolean()).isTrue();
    }

    @Test
    void theTeamSharesConversations() {
        var path = conversation();
        var lena = ok(201, send("POST", "/api/team/members", "{\"name\":\"Lena\",\"email\":\"Lena@Team.example\"}"));
        var max = ok(201, send("POST", "/api/team/members", "{\"name\":\"Max\"}"));
        assertThat(lena.get("email").asText()).isEqualTo("lena@team.example");
        var lenaId = lena.get("member_id").asText();
        var maxId = max.get("member_id").asText();
        assertThat(json(path).get("assigned_to").isNull()).isTrue();

        ok(
                200,
                send(
                        "PUT",
                        "/api/team/rules",
                        "{\"rules\":[{\"campaign_id\":null,\"member_ids\":[\"" + lenaId + "\"]}]}"));
        assertThat(json(path).get("assigned_to").get("name").asText()).isEqualTo("Lena");
        assertThat(json("/api/team/members")
                        .get("items")
                        .get(0)
                        .get("assigned_leads")
                        .asInt())
                .isEqualTo(1);
        assertThat(json("/api/inbox?assigned_to=" + lenaId).get("items")).hasSize(1);
        assertThat(json("/api/inbox?assigned_to=nobody").get("items")).isEmpty();

        var key = ok(
                        201,
                        SERVER.send(
                                ApiServer.ADMIN,
                                "POST",
                                "/api/admin/organizations/" + id + "/credentials",
                                "{\"scope\":\"organization\",\"name\":\"Lenas Key\",\"member_id\":\"" + lenaId + "\"}"))
                .get("secret")
                .asText();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> SERVER.get(key, "/api/inbox").statusCode() == 200);
        assertThat(SERVER.json(key, "/api/inbox?assigned_to=me").get("items")).hasSize(1);
        assertThat(ApiServer.read(SERVER.send(key, "POST", path + "/notes", "{\"text\":\"x\"}")
                                .body())
                        .get("by")
                        .asText())
                .isEqualTo("Lenas Key");

        ok(200, send("POST", "/api/leads/" + ANNA + "/assign", "{\"member_id\":\"" + maxId + "\"}"));
        assertThat(json(path).get("assigned_to").get("name").asText()).isEqualTo("Max");
        assertThat(post(path + "/assign", "{\"member_id\":null}")
                        .get("assigned_to")
                        .isNull())
                .isTrue();
        assertThat(json("/api/inbox?assigned_to=nobody").get("items")).hasSize(1);
        assertThat(post(path + "/assign", "{\"member_id\":\"" + maxId + "\"}")
                        .get("assigned_to")
                        .get("member_id")
                        .asText())
                .isEqualTo(maxId);
        ok(200, send("PUT", "/api/team/members/" + maxId, "{\"name\":\"Maximilian\",\"active\":false}"));
        assertThat(json(path).get("assigned_to").get("name").asText()).isEqualTo("Maximilian");
        ok(200, send("DELETE", "/api/team/members/" + maxId, ""));
        assertThat(json(path).get("assigned_to").get("name").asText()).isEqualTo("Lena");

        for (var rules : List.of("{}", "{\"rules\":[{\"member_ids\":[]}]}", "{\"rules\":[{\"member_ids\":[\"x\"]}]}")) {
            assertThat(send("PUT", "/api/team/rules", rules).statusCode()).isEqualTo(422);
        }
        assertThat(send("POST", path + "/assign", "{\"member_id\":\"x\"}").statusCode())
                .isEqualTo(422);
        assertThat(send("POST", "/api/leads/no@x.example/assign", "{\"member_id\":null}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void ownTemplatesAreSuggestedFirst() {
        var path = conversation();
        var template = ok(
                201,
                send(
                        "PUT",
                        "/api/inbox/templates",
                        "{\"category\":\"interested\",\"language\":\"de\",\"name\":\"Kurz\",\"campaign_id\":\"c1\",\"text\":\"Hallo {{first_name}}!\"}"));
        var suggestions = json(path).get("suggestions");
        assertThat(suggestions).hasSize(2);
        assertThat(suggestions.get(0).get("template_id")).isEqualTo(template.get("template_id"));
        assertThat(suggestions.get(0).get("text").asText()).isEqualTo("Hallo Anna!");
        assertThat(json("/api/inbox/templates").get("items")).hasSize(17);
        ok(
                200,
                send(
                        "DELETE",
                        "/api/inbox/templates/" + template.get("template_id").asText(),
                        ""));
        assertThat(json(path).get("suggestions")).hasSize(1);
        assertThat(send(
                                "PUT",
                                "/api/inbox/templates",
                                "{\"category\":\"interested\",\"language\":\"de\",\"text\":\"{{nickname}}\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAnswerGoesOutOnceAndTheThreadIsDone() {
        var path = conversation();
        var without = send("POST", path + "/reply", "{\"text\":\"Gern.\"}");
        assertThat(ok(409, without).get("error").get("code").asText()).isEqualTo("no_connection");

        var instantly = new Connected();
        SERVER.app().answerThrough(instantly);
        assertThat(json(path).get("can_send").asBoolean()).isTrue();
        assertThat(send("POST", path + "/reply", "{\"text\":\"Hier: {{calendar_link}}\"}")
                        .statusCode())
                .isEqualTo(422);

        var first = ok(201, SERVER.sendWithKey(owner.apiKey(), path + "/reply", "{\"text\":\"Gern.\"}", "k1"));
        var again = ok(201, SERVER.sendWithKey(owner.apiKey(), path + "/reply", "{\"text\":\"Gern.\"}", "k1"));
        assertThat(again).isEqualTo(first);
        assertThat(instantly.sent)
                .containsExactly(new Outbox.Draft("mail-" + event("r1"), Replies.ACCOUNT, "Re: Angebot", "Gern."));
        var thread = json(path);
        assertThat(thread.get("done").asBoolean()).isTrue();
        assertThat(thread.get("messages").findValuesAsText("kind")).containsExactly("sent", "reply", "answer");
        assertThat(thread.get("messages").get(2).get("text").asText()).isEqualTo("Gern.");
        // When Instantly tells of it later, it is still one message.
        letters(new Letter(
                event("s2"),
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
        assertThat(json(path).get("messages")).hasSize(3);
    }

    @Test
    void whatWasRefusedMayBeTriedAgainAndWhatIsUnsureMayNot() {
        var path = conversation();
        var instantly = new Connected();
        SERVER.app().answerThrough(instantly);
        instantly.failure.set(new Outbox.RefusedException(ApiException.tooMany("Instantly: slow down")));
        assertThat(SERVER.sendWithKey(owner.apiKey(), path + "/reply", "{\"text\":\"Gern.\"}", "k2")
                        .statusCode())
                .isEqualTo(429);
        assertThat(json(path).get("messages")).hasSize(2);

        instantly.failure.set(ApiException.unavailable("Instantly: no answer"));
        assertThat(SERVER.sendWithKey(owner.apiKey(), path + "/reply", "{\"text\":\"Gern.\"}", "k2")
                        .statusCode())
                .isEqualTo(503);
        instantly.failure.set(null);
        assertThat(SERVER.sendWithKey(owner.apiKey(), path + "/reply", "{\"text\":\"Gern.\"}", "k2")
                        .statusCode())
                .isEqualTo(409);
        assertThat(instantly.sent).isEmpty();
        assertThat(json(path).get("messages").get(2).get("sending").asText()).isEqualTo("unknown");
        assertThat(json(path).get("done").asBoolean()).isFalse();
    }

    @Test
    void wordsAreFoundWithTheirPlaces() {
        conversation();
        SERVER.archive
                .of(id)
                .found
                .add(new Correspondence.Found(
                        event("r1"),
                        EventType.REPLY_RECEIVED,
                        NOW,
                        ANNA,
                        Replies.CAMPAIGN,
                        "AW: Angebot",
                        "Vielen Dank, wegen des Termins <b> melde ich mich für Müller."));
        var item = json("/api/inbox?q=TERMIN").get("items").get(0);
        var segments = item.get("highlights").get(0).get("segments");
        assertThat(segments.toString())
                .isEqualTo(
                        "[{\"text\":\"Vielen Dank, wegen des \",\"match\":false},{\"text\":\"Termins\",\"match\":true},"
                                + "{\"text\":\" <b> melde ich mich für Müller.\",\"match\":false}]");
        for (var q : List.of("mueller", "Muller", "m%C3%BCller", "fuer+muell")) {
            assertThat(json("/api/instantly/search/messages?q=" + q).get("items"))
                    .as(q)
                    .hasSize(1);
        }
        var message =
                json("/api/instantly/search/messages?q=angebot").get("items").get(0);
        assertThat(message.get("thread_id").asText()).isEqualTo(event("r1"));
        assertThat(message.get("direction").asText()).isEqualTo("in");
        assertThat(message.get("highlights").findValuesAsText("text")).containsExactly("AW: ", "Angebot");
        assertThat(json("/api/inbox?q=nirgends").get("items")).isEmpty();
        assertThat(json("/api/inbox?q=nirgends")
                        .get("folders")
                        .get("all")
                        .get("threads")
                        .asInt())
                .isEqualTo(1);
        assertThat(send("GET", "/api/instantly/search/messages", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherOrganizationSeesNothingOfIt() {
        var path = conversation();
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
        var member = ok(201, send("POST", "/api/team/members", "{\"name\":\"Lena\"}"));
        var memberPath = "/api/team/members/" + member.get("member_id").asText();
        assertThat(SERVER.send(other.apiKey(), "PUT", memberPath, "{\"name\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(SERVER.send(other.apiKey(), "DELETE", memberPath, "").statusCode())
                .isEqualTo(404);
        assertThat(SERVER.json(other.apiKey(), "/api/team/members").get("items"))
                .isEmpty();
        assertThat(json(path).get("done").asBoolean()).isFalse();
    }
}
