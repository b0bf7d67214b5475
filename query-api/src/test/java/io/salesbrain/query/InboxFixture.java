package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.tenancy.CreatedOrganization;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An organization of its own with conversations, and what a client of it asks. */
final class InboxFixture {
    static final ApiServer SERVER = ApiServer.shared();
    static final Instant NOW = ApiServer.NOW;
    static final String ANNA = "anna@x.example";

    final CreatedOrganization owner = SERVER.organization();
    final OrganizationId id = owner.organizationId();

    void replies(String lead, LeadReply... replies) {
        SERVER.write(Replies.state(id, lead, List.of(replies)));
    }

    void letters(Letter... letters) {
        SERVER.archive.of(id).letters.addAll(List.of(letters));
    }

    String event(String name) {
        return id + "-" + name;
    }

    LeadReply reply(String name, String thread, int minutesAgo, @Nullable ReplyCategory category) {
        return Replies.reply(event(name), event(thread), NOW.minus(Duration.ofMinutes(minutesAgo)), category);
    }

    JsonNode json(String path) {
        return SERVER.json(owner.apiKey(), path);
    }

    HttpResponse<String> send(String method, String path, String body) {
        return SERVER.send(owner.apiKey(), method, path, body);
    }

    JsonNode ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return ApiServer.read(answer.body());
    }

    JsonNode post(String path, String body) {
        return ok(200, send("POST", path, body));
    }

    void awaitThreads(int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> json("/api/inbox?limit=100").get("items").size() == number);
    }

    String conversation() {
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
}
