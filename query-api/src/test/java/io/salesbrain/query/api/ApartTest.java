package io.salesbrain.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.query.ApiServer;
import io.salesbrain.tenancy.CreatedOrganization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route there is with every kind of key, and what an organization sees beside another one that has the same ids. */
public final class ApartTest {
    private static final ApiServer SERVER = ApiServer.shared();
    private static final Sample SAMPLE = Sample.shared();
    private static final CreatedOrganization OTHER = SERVER.organization();

    /** A stream has no end to wait for; who may open it is asked all the same. */
    private static boolean ends(Route route) {
        return !route.path().equals("/api/live");
    }

    static List<Route> routes() {
        return SAMPLE.routes;
    }

    static List<Route> guarded() {
        return routes().stream().filter(route -> route.door() != Door.OPEN).toList();
    }

    static List<Route> ofAnOrganization() {
        return routes().stream()
                .filter(route -> route.door() == Door.ORGANIZATION)
                .toList();
    }

    @Test
    void thereAreRoutesBehindEveryDoor() {
        assertThat(routes()).hasSizeGreaterThan(80).extracting(Route::door).contains(Door.values());
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void nobodyGetsInWithoutAGoodKey(Route route) {
        if (route.door() != Door.WEBHOOK) {
            for (var key : List.of("", "sbk_of-nobody")) {
                assertThat(status(key, route, "")).isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void aKeyOpensWhatItIsFor(Route route) {
        if (route.door() != Door.WEBHOOK) {
            assertThat(status(OTHER.webhookSecret(), route, "")).isEqualTo(403);
        }
        if (route.door() == Door.ADMIN) {
            assertThat(status(OTHER.apiKey(), route, "")).isEqualTo(403);
            assertThat(status(SAMPLE.owner.apiKey(), route, "")).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("ofAnOrganization")
    void anOrganizationIsOpenedByItsOwnKeyOnly(Route route) {
        var foreign = "organization_id=" + SAMPLE.owner.organizationId();
        assertThat(status(OTHER.apiKey(), route, foreign)).isEqualTo(403);
        assertThat(status(ApiServer.ADMIN, route, "")).isEqualTo(400);
        assertThat(status(ApiServer.ADMIN, route, "organization_id=nobody")).isEqualTo(404);
    }

    @Test
    void whatAnotherOrganizationHasChangesNoByte() {
        var ours = SERVER.organization();
        var theirs = SERVER.organization();
        fill(ours, new SampleData(ours.organizationId(), "", 1));
        var before = answers(ours);

        fill(theirs, new SampleData(theirs.organizationId(), " of the rival", 7));

        assertThat(answers(theirs)).isNotEqualTo(before);
        assertThat(answers(ours)).isEqualTo(before);
        assertThat(before.values())
                .filteredOn(answer -> answer.startsWith("200 "))
                .as("routes that show something")
                .hasSizeGreaterThanOrEqualTo(30);
        assertThat(before.values())
                .noneMatch(answer -> answer.contains("rival")
                        || answer.contains(theirs.organizationId().value()));
    }

    private static void fill(CreatedOrganization owner, SampleData data) {
        data.fill(SERVER);
        data.awaitVisible(SERVER, owner.apiKey());
        for (var write : List.of(
                new String[] {
                    "POST",
                    "/api/costs",
                    "{\"cost_id\":\"ads\",\"amount\":\"" + data.times()
                            + "\",\"currency\":\"EUR\",\"incurred_at\":\"2026-03-01T00:00:00Z\",\"campaign_id\":\"campaign-1\"}"
                },
                new String[] {
                    "POST",
                    "/api/deals",
                    "{\"deal_id\":\"first\",\"lead_email\":\"ada@example.com\",\"amount\":\"" + data.times()
                            + "\",\"currency\":\"EUR\",\"closed_at\":\"2026-03-02T00:00:00Z\"}"
                },
                new String[] {"POST", "/api/inbox/event-1/notes", "{\"text\":\"Call her" + data.word() + ".\"}"},
                new String[] {"PUT", "/api/settings/scoring", "{\"half_life_days\":" + (14 + data.times()) + "}"})) {
            var answer = SERVER.send(owner.apiKey(), write[0], write[1], write[2]);
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        }
    }

    /** What its key sees, by route: status and body. */
    private static Map<String, String> answers(CreatedOrganization owner) {
        Predicate<Route> reads = route -> route.method().equals("GET") && ends(route);
        var answers = new LinkedHashMap<String, String>();
        routes().stream()
                .filter(reads.and(route -> route.door() == Door.ORGANIZATION || route.door() == Door.ANY))
                .forEach(route -> {
                    var answer = SERVER.get(owner.apiKey(), Requests.target(route));
                    answers.put(route.toString(), answer.statusCode() + " " + answer.body());
                });
        return answers;
    }

    private static int status(String key, Route route, String query) {
        var target = Requests.target(route);
        var path = target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
        var body = route.method().equals("GET") ? "" : "{}";
        return SERVER.send(key, route.method(), query.isEmpty() ? path : path + "?" + query, "application/json", body)
                .statusCode();
    }
}
