package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.events.Addressee;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.HotCrossing;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Topics;
import io.salesbrain.tenancy.CreatedOrganization;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LiveApiTest {
    private static final ApiServer SERVER = ApiServer.shared();

    /** A watcher that reads line by line. */
    private static final class Watcher implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final BufferedReader lines;

        Watcher(String key, String lastEventId) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(SERVER.uri("/api/live")).header("Authorization", "Bearer " + key);
            if (!lastEventId.isEmpty()) {
                request.header("Last-Event-ID", lastEventId);
            }
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).startsWith("retry:");
        }

        /** The next event's lines. */
        List<String> next() throws IOException {
            var block = new ArrayList<String>();
            while (true) {
                var line = lines.readLine();
                if (line == null) {
                    throw new AssertionError("the stream ended");
                }
                if (line.isEmpty()) {
                    if (!block.isEmpty()) {
                        return block;
                    }
                } else if (!line.startsWith(":")) {
                    block.add(line);
                }
            }
        }

        void awaitHeartbeat() throws IOException {
            while (!lines.readLine().startsWith(":")) {
                // Events of before.
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    @Test
    void eventsRepliesAndHotLeadsComeAsTheyHappenAndCanBeResumed() throws IOException, InterruptedException {
        var owner = SERVER.organization();
        String firstId;
        try (var watcher = new Watcher(owner.apiKey(), "")) {
            watcher.awaitHeartbeat();
            happens(SERVER.organization(), "elsewhere", EventType.EMAIL_OPENED);
            happens(owner, "one", EventType.EMAIL_OPENED);
            var first = watcher.next();
            assertThat(first.get(1)).isEqualTo("event: activity");
            assertThat(first.get(2))
                    .contains("\"event_id\":\"one\"", "\"type\":\"email_opened\"")
                    .doesNotContain("null");
            firstId = first.getFirst().substring("id: ".length());

            happens(owner, "two", EventType.REPLY_RECEIVED);
            assertThat(watcher.next().get(1)).isEqualTo("event: activity");
            var reply = watcher.next();
            assertThat(reply.get(1)).isEqualTo("event: reply");
            assertThat(reply.get(2)).contains("\"snippet\":\"Gladly\"");

            becomesHot(SERVER.organization());
            becomesHot(owner);
            var hot = watcher.next();
            assertThat(hot.get(1)).isEqualTo("event: hot_lead");
            assertThat(hot.get(2))
                    .contains(
                            "\"organization_id\":\"" + owner.organizationId() + "\"",
                            "\"lead_email\":\"ada@example.com\"",
                            "\"score\":60.0,\"threshold\":40.0",
                            "\"at\":\"2026-03-04T12:34:56.000Z\"",
                            "\"why\":",
                            "\"campaign_ids\":[\"c\"]");

            var followUp = dueFollowUp(owner);
            ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.FOLLOW_UPS, followUp.key(), followUp));
            var due = watcher.next();
            assertThat(due.get(1)).isEqualTo("event: follow_up_due");
            assertThat(due.get(2))
                    .contains(
                            "\"lead_email\":\"ada@example.com\"",
                            "\"reason\":\"opened\"",
                            "\"suggested_text\":\"Hi there,");
        }
        try (var again = new Watcher(owner.apiKey(), firstId)) {
            assertThat(again.next().get(2)).contains("\"event_id\":\"two\"");
            assertThat(again.next().get(1)).isEqualTo("event: reply");
            assertThat(again.next().get(1)).isEqualTo("event: hot_lead");
        }
        try (var fromBefore = new Watcher(owner.apiKey(), "anotherera-5")) {
            assertThat(fromBefore.next().get(2)).contains("\"event_id\":\"one\"");
        }
    }

    @Test
    void threadsThatChangeAreTold() throws IOException, InterruptedException {
        var owner = SERVER.organization();
        var id = owner.organizationId();
        try (var watcher = new Watcher(owner.apiKey(), "")) {
            watcher.awaitHeartbeat();
            SERVER.write(Replies.state(
                    id, "ada@x.example", List.of(Replies.reply("t-" + id, "t-" + id, ApiServer.NOW, null))));
            var came = watcher.next();
            assertThat(came.get(1)).isEqualTo("event: thread");
            assertThat(came.get(2))
                    .contains("\"thread_id\":\"t-" + id + "\"", "\"folder\":\"decide\"", "\"unread\":true");
            var path = "/api/inbox/t-" + id + "/done";
            assertThat(SERVER.send(owner.apiKey(), "POST", path, "{\"done\":true}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(watcher.next().get(2)).contains("\"folder\":\"done\"", "\"unread\":false");
        }
    }

    @Test
    void aWatcherIsCutOffWhenItsKeyIsRevoked() throws IOException, InterruptedException {
        var owner = SERVER.organization();
        try (var watcher = new Watcher(owner.apiKey(), "")) {
            watcher.awaitHeartbeat();
            var path = "/api/admin/organizations/" + owner.organizationId() + "/credentials";
            for (var item : SERVER.json(ApiServer.ADMIN, path).get("items")) {
                SERVER.send(
                        ApiServer.ADMIN,
                        "DELETE",
                        path + "/" + item.get("credential_id").asText(),
                        "");
            }
            happens(owner, "unseen", EventType.EMAIL_OPENED);
            assertThatThrownBy(watcher::next).isInstanceOf(AssertionError.class).hasMessage("the stream ended");
        }
    }

    private static FollowUp dueFollowUp(CreatedOrganization owner) {
        return new FollowUp(
                owner.organizationId(),
                "f1",
                "ada@example.com",
                "c1",
                FollowUpReason.OPENED,
                FollowUpState.DUE,
                ApiServer.NOW,
                ApiServer.NOW,
                null,
                ApiServer.NOW,
                ApiServer.NOW,
                ApiServer.NOW,
                null,
                new Addressee(null, null, null, null, null, "en"));
    }

    private static void happens(CreatedOrganization owner, String id, EventType type) {
        var scored = new ScoredEvent(event(owner.organizationId(), id, type), 0, 1, null);
        ApiServer.append(() ->
                SERVER.writer.appendAndWait(Topics.SCORED_EVENTS, scored.event().logKey(), scored));
    }

    private static void becomesHot(CreatedOrganization owner) {
        var crossing = new HotCrossing(
                owner.organizationId(),
                "ada@example.com",
                ApiServer.NOW,
                60,
                40,
                List.of(Leads.reply("c", ApiServer.NOW)),
                List.of("c"));
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.HOT_CROSSINGS, crossing.key(), crossing));
    }

    private static Event event(OrganizationId owner, String id, EventType type) {
        var reply = type == EventType.REPLY_RECEIVED ? new ReplyContent("Re", "Gladly", "", "Gladly") : null;
        return new Event(
                id,
                owner,
                type,
                type.label(),
                ApiServer.NOW,
                ApiServer.NOW,
                ApiServer.NOW,
                Set.of(),
                "",
                "c1",
                "Spring",
                "ada@example.com",
                "",
                StepVariant.UNKNOWN,
                "",
                reply,
                "{}");
    }
}
