package io.salesbrain.query.api;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.events.Topics;
import io.salesbrain.query.ApiServer;
import io.salesbrain.query.routes.WebhookOperation;
import io.salesbrain.tenancy.CreatedOrganization;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** An organization with something of everything, so that each example finds what it asks for. */
final class Sample {
    static final ApiServer SERVER = ApiServer.shared();
    private static final Instant NOW = ApiServer.NOW;
    private static final OrganizationId ID = new OrganizationId("acme");
    private static final AtomicLong SERIAL = new AtomicLong();

    final CreatedOrganization owner = SERVER.organization(ID.value(), "Acme Ltd");
    final List<Route> routes;
    final OwnDocument document = new OwnDocument(SERVER.json("", "/openapi.json"));

    /** One for all tests of this JVM; made at the first call. */
    static Sample shared() {
        return Holder.SAMPLE;
    }

    private static final class Holder {
        static final Sample SAMPLE = new Sample();
    }

    private Sample() {
        routes = Stream.concat(
                        Stream.of(
                                new Route("POST", "/webhooks/instantly/webhook", Door.WEBHOOK, WebhookOperation.POST)),
                        SERVER.endpoints().stream().flatMap(endpoint -> {
                            var described = endpoint.metadata(Described.class);
                            return described == null
                                    ? Stream.of()
                                    : Stream.of(new Route(
                                            endpoint.method.name(),
                                            endpoint.path,
                                            described.door(),
                                            described.operation()));
                        }))
                .sorted(Route.ORDER)
                .toList();
        var data = new SampleData(ID, "", 1);
        data.fill(SERVER);
        data.awaitVisible(SERVER, owner.apiKey());
    }

    /** The target with what there is now in the place of what examples cannot know: ids that are given, and used up. */
    String real(String target) {
        var real = target;
        if (real.contains("credential-1")) {
            var path = "/api/admin/organizations/" + ID + "/credentials";
            var made = SERVER.send(ApiServer.ADMIN, "POST", path, "{\"scope\":\"api\"}");
            real = real.replace(
                    "credential-1",
                    ApiServer.read(made.body()).path("credential_id").asText());
        }
        if (real.contains("target-1")) {
            // Loopback is refused at delivery, so nothing leaves this machine.
            var made = SERVER.send(
                    owner.apiKey(),
                    "POST",
                    "/api/alert-targets",
                    "{\"kind\":\"slack\",\"url\":\"https://localhost:1/sales\"}");
            real = real.replace(
                    "target-1", ApiServer.read(made.body()).path("target_id").asText());
        }
        if (real.contains("member-1")) {
            real = real.replace("member-1", made("/api/team/members", "{\"name\":\"Lena\"}", "member_id"));
        }
        if (real.contains("note-1")) {
            real = real.replace("note-1", made("/api/inbox/event-1/notes", "{\"text\":\"Call her.\"}", "note_id"));
        }
        if (real.contains("019ca12f8a900123456789abcdef")) {
            real = real.replace("019ca12f8a900123456789abcdef", quarantined());
        }
        return real;
    }

    private String made(String path, String body, String id) {
        return ApiServer.read(SERVER.send(owner.apiKey(), "POST", path, body).body())
                .path(id)
                .asText();
    }

    private static String quarantined() {
        var id = String.format(Locale.ROOT, "%012x%016x", System.currentTimeMillis(), -SERIAL.incrementAndGet());
        var record = new Quarantined(
                id,
                ID,
                QuarantineReason.MISSING_LEAD_EMAIL,
                "",
                0,
                Base64.getEncoder().encodeToString("sound".getBytes(StandardCharsets.UTF_8)),
                5,
                "00",
                Map.of("content-type", "application/json"),
                NOW);
        ApiServer.append(() -> SERVER.writer.appendAndWait(Topics.QUARANTINE, ID.value(), record));
        return id;
    }

    String key(Door door) {
        return switch (door) {
            case OPEN -> "";
            case WEBHOOK -> owner.webhookSecret();
            case ORGANIZATION, ANY -> owner.apiKey();
            case ADMIN -> ApiServer.ADMIN;
        };
    }
}
