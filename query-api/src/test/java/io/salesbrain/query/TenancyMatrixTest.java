package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.tenancy.CreatedOrganization;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route with every kind of key: who gets in, whose data is seen. */
final class TenancyMatrixTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final CreatedOrganization ACME = SERVER.organization();
    private static final CreatedOrganization RIVAL = SERVER.organization();

    @BeforeAll
    static void bothHaveData() {
        for (var owner : List.of(ACME, RIVAL)) {
            var id = owner.organizationId();
            SERVER.write(
                    Leads.state(id, "ada@" + id + ".example.com", false, Leads.reply(campaignOf(id), ApiServer.NOW)));
            SERVER.write(Replies.state(
                    id,
                    "eve@" + id + ".example.com",
                    List.of(Replies.reply("thread-of-" + id, "thread-of-" + id, ApiServer.NOW, null))));
            for (var dimension :
                    List.of(new Dimension.Campaign(campaignOf(id)), new Dimension.Account(accountOf(id)))) {
                var counts = Counts.zero();
                counts.add(Metric.EMAILS_SENT, 3);
                SERVER.write(
                        new RateKey(id, dimension, RateKey.hourOf(ApiServer.NOW.toEpochMilli())),
                        new RateBucket(counts, 1, ApiServer.NOW));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> organizationRoutes(owner).stream()
                            .allMatch(path -> SERVER.get(owner.apiKey(), path).statusCode() == 200));
        }
    }

    private static String campaignOf(OrganizationId id) {
        return "campaign-" + id;
    }

    private static String accountOf(OrganizationId id) {
        return "box@" + id + ".example.com";
    }

    /** Routes that show one organization's own data, with objects of this one. */
    private static List<String> organizationRoutes(CreatedOrganization owner) {
        var id = owner.organizationId();
        return List.of(
                "/api/hot-leads",
                "/api/leads/ada@" + id + ".example.com",
                "/api/instantly/stats",
                "/api/instantly/campaigns",
                "/api/instantly/campaign/" + campaignOf(id) + "/stats",
                "/api/instantly/campaign/" + campaignOf(id) + "/messages",
                "/api/instantly/email-accounts",
                "/api/instantly/email-account/" + accountOf(id) + "/stats",
                "/api/costs",
                "/api/deals",
                "/api/roi",
                "/api/cohorts",
                "/api/reply-heatmap",
                "/api/follow-ups",
                "/api/follow-ups/templates",
                "/api/inbox",
                "/api/inbox/thread-of-" + id,
                "/api/inbox/templates",
                "/api/team/members",
                "/api/team/rules",
                "/api/settings/scoring",
                "/api/settings/alerts",
                "/api/alerts",
                "/api/ab-tests",
                "/api/alert-targets",
                "/api/instantly/rules",
                "/api/instantly/rules/actions",
                "/api/audit");
    }

    static List<String> acmesRoutes() {
        return organizationRoutes(ACME);
    }

    static List<String> rivalsObjects() {
        return organizationRoutes(RIVAL).stream()
                .filter(path -> path.contains(RIVAL.organizationId().value()))
                .toList();
    }

    static List<String> adminRoutes() {
        return List.of(
                "/api/admin/organizations",
                "/api/admin/organizations/" + ACME.organizationId() + "/credentials",
                "/api/admin/pipeline",
                "/api/admin/audit",
                "/api/admin/quarantine",
                "/api/admin/dead-letters",
                "/api/instantly/admin/campaigns",
                "/api/instantly/admin/email-accounts",
                "/api/instantly/admin/campaign/" + campaignOf(ACME.organizationId()) + "/stats",
                "/api/instantly/admin/email-account/" + accountOf(RIVAL.organizationId()) + "/stats");
    }

    static List<String> allRoutes() {
        return Stream.of(acmesRoutes(), adminRoutes(), List.of("/api/whoami", "/api/live"))
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("allRoutes")
    void withoutAValidKeyNobodyGetsIn(String path) {
        for (var key : List.of("", "sbk_of-nobody")) {
            var answer = SERVER.get(key, path);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
            assertError(answer, "unauthorized");
        }
    }

    @ParameterizedTest
    @MethodSource("allRoutes")
    void aWebhookSecretOpensNoRouteOfTheApi(String path) {
        assertThat(SERVER.get(ACME.webhookSecret(), path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("acmesRoutes")
    void anOrganizationKeyOpensItsOwnOnly(String path) {
        assertThat(SERVER.get(ACME.apiKey(), path).statusCode()).isEqualTo(200);
        assertThat(SERVER.get(ACME.apiKey(), path + "?organization_id=" + ACME.organizationId())
                        .statusCode())
                .isEqualTo(200);
        assertThat(SERVER.get(ACME.apiKey(), path + "?organization_id=" + RIVAL.organizationId())
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVER.get(ACME.apiKey(), path).body())
                .doesNotContain(RIVAL.organizationId().value());
    }

    @ParameterizedTest
    @MethodSource("rivalsObjects")
    void anothersObjectIsNotThere(String path) {
        assertThat(SERVER.get(RIVAL.apiKey(), path).statusCode()).isEqualTo(200);
        assertError(SERVER.get(ACME.apiKey(), path), "not_found");
        assertThat(SERVER.get(ACME.apiKey(), path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("acmesRoutes")
    void theAdminSaysWhoseDataIsMeant(String path) {
        var unnamed = SERVER.get(ApiServer.ADMIN, path);
        assertThat(unnamed.statusCode()).isEqualTo(400);
        assertThat(unnamed.body()).contains("organization_id");
        assertThat(SERVER.get(ApiServer.ADMIN, path + "?organization_id=" + ACME.organizationId())
                        .statusCode())
                .isEqualTo(200);
        assertThat(SERVER.get(ApiServer.ADMIN, path + "?organization_id=nobody").statusCode())
                .isEqualTo(404);
        assertThat(SERVER.get(ApiServer.ADMIN, path + "?organization_id=%20/").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("adminRoutes")
    void adminRoutesAreForTheAdmin(String path) {
        assertThat(SERVER.get(ACME.apiKey(), path).statusCode()).isEqualTo(403);
        assertThat(SERVER.get(ApiServer.ADMIN, path).statusCode()).isEqualTo(200);
    }

    @Test
    void writesAreHeldToTheSameRules() {
        var cost = "{\"cost_id\":\"c\",\"amount\":\"1\",\"currency\":\"EUR\",\"incurred_at\":\"2026-03-01T00:00:00Z\"}";
        var path = "/api/costs?organization_id=" + RIVAL.organizationId();
        assertThat(SERVER.send("", "POST", "/api/costs", cost).statusCode()).isEqualTo(401);
        assertThat(SERVER.send(ACME.webhookSecret(), "POST", "/api/costs", cost).statusCode())
                .isEqualTo(403);
        assertThat(SERVER.send(ACME.apiKey(), "POST", path, cost).statusCode()).isEqualTo(403);
        assertThat(SERVER.send(ApiServer.ADMIN, "POST", "/api/costs", cost).statusCode())
                .isEqualTo(400);
        assertThat(SERVER.send(ACME.apiKey(), "POST", "/api/admin/organizations", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVER.send(ACME.apiKey(), "POST", "/api/admin/quarantine/replay", "{\"all\":true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(SERVER.get(ACME.apiKey(), "/api/admin/quarantine/q").statusCode())
                .isEqualTo(403);
        for (var write : List.of(
                "POST /api/follow-ups/f/done",
                "POST /api/follow-ups/f/dismiss",
                "POST /api/alerts/a/acknowledge",
                "POST /api/alerts/a/mute",
                "DELETE /api/alerts/a/mute",
                "POST /api/alert-targets",
                "POST /api/alert-targets/t/test",
                "DELETE /api/alert-targets/t",
                "POST /api/inbox/t/category",
                "POST /api/inbox/t/read",
                "POST /api/inbox/t/done",
                "POST /api/inbox/t/assign",
                "POST /api/inbox/t/notes",
                "DELETE /api/inbox/t/notes/n",
                "POST /api/inbox/t/reply",
                "PUT /api/inbox/templates",
                "DELETE /api/inbox/templates/t",
                "POST /api/team/members",
                "PUT /api/team/members/m",
                "DELETE /api/team/members/m",
                "PUT /api/team/rules",
                "POST /api/leads/ada@example.com/assign",
                "PUT /api/follow-ups/templates",
                "DELETE /api/follow-ups/templates/t",
                "PUT /api/settings/scoring",
                "PUT /api/settings/alerts",
                "DELETE /api/settings/alerts",
                "DELETE /api/settings/scoring")) {
            var target = write.split(" ");
            assertThat(SERVER.send("", target[0], target[1], "{}").statusCode()).isEqualTo(401);
            assertThat(SERVER.send(ACME.webhookSecret(), target[0], target[1], "{}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(SERVER.send(
                                    ACME.apiKey(),
                                    target[0],
                                    target[1] + "?organization_id=" + RIVAL.organizationId(),
                                    "{}")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(SERVER.send(ACME.apiKey(), "PUT", "/api/admin/campaigns/c/organization", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void credentialsAndWorkspacesAreManagedByTheAdminOnly() {
        for (var owner : List.of(ACME, RIVAL)) {
            var path = "/api/admin/organizations/" + owner.organizationId();
            for (var write : List.of(
                    List.of("POST", path + "/credentials"),
                    List.of("DELETE", path + "/credentials/any"),
                    List.of("POST", path + "/credentials/any/rotate"),
                    List.of("PUT", path + "/workspaces"))) {
                for (var key : List.of(ACME.apiKey(), ACME.webhookSecret())) {
                    assertThat(SERVER.send(key, write.getFirst(), write.getLast(), "{}")
                                    .statusCode())
                            .as("%s", write)
                            .isEqualTo(403);
                }
                assertThat(SERVER.send("", write.getFirst(), write.getLast(), "{}")
                                .statusCode())
                        .as("%s", write)
                        .isEqualTo(401);
            }
        }
    }

    private static void assertError(HttpResponse<String> answer, String code) {
        var error = ApiServer.read(answer.body()).get("error");
        assertThat(error.get("code").asText()).isEqualTo(code);
        assertThat(error.get("message").asText()).isNotBlank();
    }
}
