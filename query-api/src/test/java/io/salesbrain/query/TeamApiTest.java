package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who gets which conversations. */
final class TeamApiTest {
    private static final ApiServer SERVER = InboxFixture.SERVER;
    private static final String ANNA = InboxFixture.ANNA;

    private final InboxFixture inbox = new InboxFixture();

    @Test
    void theTeamSharesConversations() {
        var path = inbox.conversation();
        var lena = inbox.ok(
                201, inbox.send("POST", "/api/team/members", "{\"name\":\"Lena\",\"email\":\"Lena@Team.example\"}"));
        var max = inbox.ok(201, inbox.send("POST", "/api/team/members", "{\"name\":\"Max\"}"));
        assertThat(lena.get("email").asText()).isEqualTo("lena@team.example");
        var lenaId = lena.get("member_id").asText();
        var maxId = max.get("member_id").asText();
        assertThat(inbox.json(path).get("assigned_to").isNull()).isTrue();

        inbox.ok(
                200,
                inbox.send(
                        "PUT",
                        "/api/team/rules",
                        "{\"rules\":[{\"campaign_id\":null,\"member_ids\":[\"" + lenaId + "\"]}]}"));
        assertThat(inbox.json(path).get("assigned_to").get("name").asText()).isEqualTo("Lena");
        assertThat(inbox.json("/api/team/members")
                        .get("items")
                        .get(0)
                        .get("assigned_leads")
                        .asInt())
                .isEqualTo(1);
        assertThat(inbox.json("/api/inbox?assigned_to=" + lenaId).get("items")).hasSize(1);
        assertThat(inbox.json("/api/inbox?assigned_to=nobody").get("items")).isEmpty();

        var key = inbox.ok(
                        201,
                        SERVER.send(
                                ApiServer.ADMIN,
                                "POST",
                                "/api/admin/organizations/" + inbox.id + "/credentials",
                                "{\"scope\":\"api\",\"name\":\"Lenas Key\",\"member_id\":\"" + lenaId + "\"}"))
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

        inbox.ok(200, inbox.send("POST", "/api/leads/" + ANNA + "/assign", "{\"member_id\":\"" + maxId + "\"}"));
        assertThat(inbox.json(path).get("assigned_to").get("name").asText()).isEqualTo("Max");
        assertThat(inbox.post(path + "/assign", "{\"member_id\":null}")
                        .get("assigned_to")
                        .isNull())
                .isTrue();
        assertThat(inbox.json("/api/inbox?assigned_to=nobody").get("items")).hasSize(1);
        assertThat(inbox.post(path + "/assign", "{\"member_id\":\"" + maxId + "\"}")
                        .get("assigned_to")
                        .get("member_id")
                        .asText())
                .isEqualTo(maxId);
        inbox.ok(200, inbox.send("PUT", "/api/team/members/" + maxId, "{\"name\":\"Maximilian\",\"active\":false}"));
        assertThat(inbox.json(path).get("assigned_to").get("name").asText()).isEqualTo("Maximilian");
        inbox.ok(200, inbox.send("DELETE", "/api/team/members/" + maxId, ""));
        assertThat(inbox.json(path).get("assigned_to").get("name").asText()).isEqualTo("Lena");

        for (var rules : List.of("{}", "{\"rules\":[{\"member_ids\":[]}]}", "{\"rules\":[{\"member_ids\":[\"x\"]}]}")) {
            assertThat(inbox.send("PUT", "/api/team/rules", rules).statusCode()).isEqualTo(422);
        }
        assertThat(inbox.send("POST", path + "/assign", "{\"member_id\":\"x\"}").statusCode())
                .isEqualTo(422);
        assertThat(inbox.send("POST", "/api/leads/no@x.example/assign", "{\"member_id\":null}")
                        .statusCode())
                .isEqualTo(404);
    }
}
