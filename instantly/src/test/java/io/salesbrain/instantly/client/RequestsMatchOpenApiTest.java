package io.salesbrain.instantly.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.salesbrain.instantly.client.RecordingServer.Reply;
import io.salesbrain.testkit.InstantlyOpenApi;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every request this client can send, against Instantly's own description of its API. */
class RequestsMatchOpenApiTest {
    private static final String ID = "0198c0de-0000-7000-8000-000000000001";
    private static final String ITEM = "{\"id\":\"x\",\"email\":\"a@box.example\",\"status\":1}";
    private static final String ANSWER =
            "{\"items\":[" + ITEM + "],\"id\":\"x\",\"status\":\"success\",\"email\":\"a@box.example\"}";
    private static final Analytics.Days DAYS =
            new Analytics.Days(Optional.of(LocalDate.of(2026, 5, 1)), Optional.of(LocalDate.of(2026, 5, 31)));

    @Test
    void everyRequestIsOneTheApiKnows() throws Exception {
        var description = InstantlyOpenApi.find();
        Assumptions.assumeTrue(description.isPresent(), "the public OpenAPI file is not here");
        try (var server = new RecordingServer(request -> Reply.ok(
                request.path().contains("/analytics") && request.method().equals("GET") ? "[]" : ANSWER))) {
            sendEverything(server.client());
            assertThat(server.requests()).hasSizeGreaterThan(35);
            for (var request : server.requests()) {
                assertThat(faults(description.get(), request)).as("%s", request).isEmpty();
            }
        }
    }

    @Test
    void theCheckFindsWhatIsWrong() throws Exception {
        var description = InstantlyOpenApi.find();
        Assumptions.assumeTrue(description.isPresent(), "the public OpenAPI file is not here");
        var none = Map.<String, String>of();
        assertThat(faults(description.get(), request("POST", "/webhooks", Map.of(), "{\"url\":\"http://x.test\"}")))
                .isNotEmpty();
        assertThat(faults(description.get(), request("GET", "/campaigns", Map.of("limit", "1000"), "")))
                .isNotEmpty();
        assertThat(faults(description.get(), request("PUT", "/campaigns/" + ID, none, "")))
                .isNotEmpty();
    }

    private static RecordingServer.Request request(String method, String path, Map<String, String> query, String body) {
        return new RecordingServer.Request(method, "/api/v2" + path, query, body, Map.of());
    }

    private static void sendEverything(InstantlyClient client) throws InterruptedException {
        client.workspace();
        client.eventTypes();
        client.job(ID);
        campaigns(client.campaigns());
        client.accounts().list().all();
        client.accounts().get("a@box.example");
        client.accounts().pause("a@box.example");
        client.accounts().resume("a@box.example");
        leads(client.leads());
        emails(client.emails());
        analytics(client.analytics());
        webhooks(client.webhooks());
    }

    private static void campaigns(Campaigns campaigns) throws InterruptedException {
        var schedule = new CampaignDraft.Schedule("09:00", "17:00", List.of(1, 2, 3, 4, 5), "Europe/Belgrade");
        var step = new CampaignDraft.Step(3, List.of(new CampaignDraft.Variant("Hello", "Dear {{firstName}}")));
        campaigns.list().all();
        campaigns.get(ID);
        campaigns.create(
                new CampaignDraft("Spring", schedule, List.of(step), List.of("a@box.example"), OptionalInt.of(50)));
        campaigns.update(ID, JsonNodeFactory.instance.objectNode().put("daily_limit", 20));
        campaigns.delete(ID);
        campaigns.activate(ID);
        campaigns.pause(ID);
        campaigns.duplicate(ID, "Spring again");
    }

    private static void leads(Leads leads) throws InterruptedException {
        var lead = new NewLead(
                "ada@customer.example", Map.of("first_name", "Ada", "company_name", "Customer"), Map.of("tier", "A"));
        leads.add(ID, lead);
        leads.addAll(ID, List.of(lead));
        leads.list(ID, Optional.of("FILTER_VAL_COMPLETED")).all();
        leads.list(ID, Optional.empty()).all();
        leads.get(ID);
        leads.update(ID, JsonNodeFactory.instance.objectNode().put("phone", "1"));
        leads.delete(ID);
        leads.updateInterest("ada@customer.example", ID, OptionalInt.of(1));
        leads.updateInterest("ada@customer.example", ID, OptionalInt.empty());
    }

    private static void emails(Emails emails) throws InterruptedException {
        emails.list(new Emails.Query(
                        Optional.of(ID),
                        Optional.of("sent"),
                        Optional.of("ada@customer.example"),
                        Optional.of(Instant.parse("2026-05-01T00:00:00Z"))))
                .all();
        emails.get(ID);
        emails.reply(new ReplyDraft(ID, "a@box.example", "Re: Hello", "Gladly."));
    }

    private static void analytics(Analytics analytics) throws InterruptedException {
        analytics.campaigns(Optional.of(ID), DAYS);
        analytics.campaigns(Optional.empty(), Analytics.Days.ALL);
        analytics.overview(Optional.of(ID), DAYS);
        analytics.daily(Optional.of(ID), DAYS);
        analytics.steps(Optional.of(ID), DAYS);
        analytics.accountsDaily(DAYS);
        analytics.warmup(List.of("a@box.example"));
    }

    private static void webhooks(Webhooks webhooks) throws InterruptedException {
        var draft = new WebhookDraft("Ours", "https://brain.example/hook", Map.of("Authorization", "Bearer s"));
        webhooks.list().all();
        webhooks.get(ID);
        webhooks.create(draft);
        webhooks.update(ID, draft);
        webhooks.test(ID);
        webhooks.resume(ID);
        webhooks.delete(ID);
        webhooks.events(Optional.of(false), Optional.of(LocalDate.of(2026, 5, 1)))
                .all();
        webhooks.event(ID);
    }

    private static List<String> faults(InstantlyOpenApi description, RecordingServer.Request request)
            throws IOException {
        return description.requestFaults(request.method(), request.path(), request.query(), request.body());
    }
}
