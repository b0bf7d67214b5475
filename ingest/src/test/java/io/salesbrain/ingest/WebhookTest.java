package io.salesbrain.ingest;

import static io.salesbrain.ingest.WebhookFixture.json;
import static io.salesbrain.ingest.WebhookFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.ingest.body.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook as its senders see it: status, answer, and what is in the log after the answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final int MIB = 1 << 20;

    private final WebhookFixture fixture;
    private final String campaign = "campaign-" + UUID.randomUUID();

    WebhookTest(@TempDir Path folder) throws InterruptedException {
        fixture = new WebhookFixture(folder, IngestConfig.defaults());
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    // ---- who may

    @Test
    void refusesBeforeAnythingElseWhoeverShowsNoCredential() {
        for (var header : List.of("", "Basic YTpi", "Bearer", "Bearer  ", "sbw_something", "Bearer a b")) {
            var request = HttpRequest.newBuilder(fixture.uri())
                    .header("Content-Type", "image/png")
                    .POST(BodyPublishers.ofString("anything"));
            if (!header.isEmpty()) {
                request.header("Authorization", header);
            }
            var response = fixture.send(request);
            assertThat(response.statusCode()).as(header).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(json(response).at("/error/code").asText()).isEqualTo("missing_credential");
        }
    }

    @Test
    void knowsWhoseKeyOpensWhat() {
        assertThat(withToken("sbw_unknown").statusCode()).isEqualTo(401);
        assertThat(withToken(fixture.acme.apiKey()).statusCode()).isEqualTo(403);
        assertThat(withToken(WebhookFixture.ADMIN_SECRET.replace(' ', '_')).statusCode())
                .isEqualTo(401);
        assertThat(json(withToken(fixture.acme.apiKey())).at("/error/code").asText())
                .isEqualTo("wrong_credential");
        assertThat(withToken(fixture.acme.webhookSecret()).statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> withToken(String token) {
        return fixture.send(HttpRequest.newBuilder(fixture.uri())
                .header("Content-Type", JSON)
                .header("Authorization", "bEaReR " + token)
                .POST(BodyPublishers.ofString("[]")));
    }

    // ---- types and encodings

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=UTF-8",
                "application/json;charset=\"utf-8\"",
                "application/vnd.example+json",
                "application/x-ndjson",
                "application/ndjson",
                "application/jsonl",
                "text/plain",
                "text/plain; charset=utf8; format=flowed",
                ""
            })
    void readsOneObjectOfEveryTypeItTakes(String contentType) {
        var response = fixture.post(contentType, sent(campaign, "types@example.com"));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo("{\"accepted\":1,\"quarantined\":0,\"reasons\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/html",
                "application/x-www-form-urlencoded",
                "json",
                "+json",
                "application/+json",
                "application/json; charset=iso-8859-1",
                "text/plain; charset=utf-16",
                "application/json; charset=nonsense!",
                "application/json; charset="
            })
    void refusesOtherTypesAndCharsets(String contentType) {
        var response = fixture.post(contentType, sent(campaign, "types@example.com"));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(json(response).at("/error/code").asText()).isEqualTo("unsupported_type");
    }

    @Test
    void unpacksGzipEvenInSeveralMembers() throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write(gzip(sent(campaign, "gzip1@example.com") + "\n"));
        packed.write(gzip(sent(campaign, "gzip2@example.com") + "\n"));
        var response =
                fixture.send(fixture.request(NDJSON, packed.toByteArray()).header("Content-Encoding", "GZIP"));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).at("/accepted").asInt()).isEqualTo(2);
    }

    @Test
    void takesIdentityAndRefusesOtherEncodings() {
        var body = sent(campaign, "identity@example.com").getBytes(StandardCharsets.UTF_8);
        assertThat(fixture.send(fixture.request(JSON, body).header("Content-Encoding", "identity"))
                        .statusCode())
                .isEqualTo(202);
        for (var encoding : List.of("br", "deflate", "gzip, gzip", "zstd")) {
            var response = fixture.send(fixture.request(JSON, body).header("Content-Encoding", encoding));
            assertThat(response.statusCode()).as(encoding).isEqualTo(415);
            assertThat(json(response).at("/error/code").asText()).isEqualTo("unsupported_encoding");
        }
    }

    @Test
    void aDocumentThatCannotBeUnpackedLeavesNothing() throws IOException {
        var packed = gzip("[" + sent(campaign, "damaged@example.com") + "]");
        for (var damaged :
                List.of(Arrays.copyOf(packed, packed.length - 9), "no gzip".getBytes(StandardCharsets.UTF_8))) {
            var response = fixture.send(fixture.request(JSON, damaged).header("Content-Encoding", "gzip"));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(json(response).at("/error/code").asText()).isEqualTo("unreadable_body");
        }
        fixture.awaitLog();
        assertThat(fixture.events).noneMatch(event -> event.leadEmail().equals("damaged@example.com"));
        assertThat(fixture.quarantined).noneMatch(set -> raw(set).contains("damaged@example.com"));
    }

    @Test
    void linesReadBeforeTheDamageStay() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append(sent(campaign + "-damaged-lines", "lead" + i + "@example.com"))
                    .append('\n');
        }
        var packed = gzip(lines.toString());
        var damaged = Arrays.copyOf(packed, packed.length / 2);
        var response = fixture.send(fixture.request(NDJSON, damaged).header("Content-Encoding", "gzip"));
        assertThat(response.statusCode()).isEqualTo(400);
        int kept = json(response).at("/error/details/accepted").asInt();
        assertThat(kept).isBetween(1000, 19_999);
        assertThat(json(response).at("/error/details/quarantined").asInt()).isZero();
        fixture.awaitLog();
        assertThat(fixture.eventsOf(campaign + "-damaged-lines")).hasSize(kept);
    }

    @Test
    void skipsAByteOrderMark() {
        for (var type : List.of(JSON, NDJSON, "text/plain")) {
            var response = fixture.post(type, "\uFEFF" + sent(campaign, "bom@example.com"));
            assertThat(response.statusCode()).isEqualTo(202);
            assertThat(json(response).at("/accepted").asInt()).isEqualTo(1);
        }
        assertThat(fixture.post(JSON, "\uFEFF").statusCode()).isEqualTo(400);
    }

    // ---- documents

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/plain", ""})
    void anEmptyBodyIsRefusedAndLeavesNothing(String contentType) {
        var response = fixture.post(contentType, "");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/error/code").asText()).isEqualTo("empty_body");
        fixture.awaitLog();
        assertThat(fixture.quarantined).noneMatch(set -> set.sizeBytes() == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"a\":'|malformed_json",
                "'{\"a\":1,\"a\":2}'|malformed_json",
                "'{\"x\":{\"a\":1,\"\\u0061\":2}}'|malformed_json",
                "'{\"a\":1} {\"a\":1}'|malformed_json",
                "'{\"a\":01}'|malformed_json",
                "'{\"a\":NaN}'|malformed_json",
                "'{''a'':1}'|malformed_json",
                "'{\"a\":1,}'|malformed_json",
                "'[{\"a\":1},]'|malformed_json",
                "'[{\"a\":1}'|malformed_json",
                "'[{\"a\":1}]]'|malformed_json",
                "'[,]'|malformed_json",
                "'[1 2]'|malformed_json",
                "'[tru]'|malformed_json",
                "'{]'|malformed_json",
                "'nothing'|malformed_json",
                "'   '|malformed_json",
                "'42'|not_an_object",
                "'\"text\"'|not_an_object",
                "'null'|not_an_object",
                "' true '|not_an_object"
            })
    void aDocumentThatIsNoneIsRefusedAndKept(String body, String code) {
        var response = fixture.post(JSON, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/error/code").asText()).isEqualTo(code);
        fixture.awaitLog();
        assertThat(fixture.quarantined)
                .anyMatch(set -> raw(set).equals(body) && set.reason().code().equals(code));
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        for (var bad :
                List.of(new byte[] {(byte) 0xFF}, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, new byte[] {
                    (byte) 0xC0, (byte) 0xAF
                })) {
            var body = new ByteArrayOutputStream();
            body.writeBytes("{\"lead\":\"".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bad);
            body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(fixture.post(JSON, body.toByteArray()).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void anArrayCountsAsAWhole() {
        var response = fixture.post(
                JSON,
                "[" + sent(campaign + "-whole", "a@example.com") + "," + sent(campaign + "-whole", "b@example.com")
                        + ",{]");
        assertThat(response.statusCode()).isEqualTo(400);
        fixture.awaitLog();
        assertThat(fixture.eventsOf(campaign + "-whole")).isEmpty();
        assertThat(fixture.quarantined)
                .filteredOn(set -> raw(set).contains(campaign + "-whole"))
                .singleElement()
                .satisfies(set -> assertThat(set.index()).isZero());
    }

    @Test
    void anEmptyArrayIsAcceptedWithZeros() {
        for (var body : List.of("[]", " [ \n ] ")) {
            var response = fixture.post(JSON, body);
            assertThat(response.statusCode()).isEqualTo(202);
            assertThat(response.body()).isEqualTo("{\"accepted\":0,\"quarantined\":0,\"reasons\":[]}");
        }
    }

    @Test
    void anElementThatIsNoObjectIsSetAsideAlone() {
        var response = fixture.post(
                JSON,
                "[1," + sent(campaign, "alone@example.com") + ",\"x,]}\",[{}]," + sent(campaign, "no address") + "]");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).at("/accepted").asInt()).isEqualTo(1);
        assertThat(json(response).at("/quarantined").asInt()).isEqualTo(4);
        assertThat(json(response).at("/reasons").findValuesAsText("index")).containsExactly("0", "2", "3", "4");
        assertThat(json(response).at("/reasons").findValuesAsText("code"))
                .containsExactly("not_an_object", "not_an_object", "not_an_object", "missing_lead_email");
        assertThat(json(response).at("/reasons/3/message").asText())
                .isEqualTo(QuarantineReason.MISSING_LEAD_EMAIL.message());
    }

    @Test
    void thirtyTwoLevelsAreEnough() {
        assertThat(fixture.post(JSON, nested(32)).statusCode()).isEqualTo(202);
        assertThat(fixture.post(JSON, nested(33)).statusCode()).isEqualTo(400);
        assertThat(fixture.post(JSON, "[" + nested(31) + "]").statusCode()).isEqualTo(202);
        assertThat(fixture.post(JSON, "[" + nested(32) + "]").statusCode()).isEqualTo(400);
        var lines = fixture.post(NDJSON, nested(32) + "\n" + nested(33) + "\n" + nested(5_000));
        assertThat(lines.statusCode()).isEqualTo(202);
        assertThat(json(lines).at("/reasons").findValuesAsText("code"))
                .containsExactly("malformed_json", "malformed_json");
    }

    /** An event with as many levels, its own object counted. */
    private String nested(int levels) {
        var body = sent(campaign, "deep@example.com");
        var inner = "{\"x\":".repeat(levels - 2) + "{}" + "}".repeat(levels - 2);
        return body.substring(0, body.length() - 1) + ",\"y\":" + inner + "}";
    }

    // ---- sizes

    @Test
    void oneObjectHasAtMostOneMebibyte() {
        assertThat(fixture.post(JSON, padded(MIB, "exact@example.com")).statusCode())
                .isEqualTo(202);
        var blanks = " ".repeat(100) + padded(MIB, "blanks@example.com") + "\n".repeat(MIB);
        assertThat(fixture.post(JSON, blanks).statusCode()).isEqualTo(202);
        for (var type : List.of(JSON, "text/plain")) {
            var response = fixture.post(type, padded(MIB + 1, "alone-above@example.com"));
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(json(response).at("/error/code").asText()).isEqualTo("event_too_large");
        }
        fixture.awaitLog();
        assertThat(fixture.quarantined).noneMatch(set -> raw(set).contains("alone-above@example.com"));
    }

    @Test
    void inBulkAnObjectAboveTheLimitIsKeptByItsStartAndHash() {
        var large = padded(MIB + 1, "bulk-above@example.com");
        var hash = Bytes.of(large.getBytes(StandardCharsets.UTF_8)).sha256();
        var exact = padded(MIB, "bulk-exact@example.com");
        for (var array : List.of(true, false)) {
            var small = sent(campaign, "bulk-small@example.com");
            var response = array
                    ? fixture.post(JSON, "[" + small + "," + large + ", " + exact + "]")
                    : fixture.post(NDJSON, small + "\r\n" + large + "\r\n" + exact + "\r\n");
            assertThat(response.statusCode()).isEqualTo(202);
            assertThat(json(response).at("/accepted").asInt()).isEqualTo(2);
            assertThat(json(response).at("/reasons").toString())
                    .isEqualTo("[{\"index\":1,\"code\":\"too_large\",\"message\":\""
                            + QuarantineReason.TOO_LARGE.message() + "\"}]");
        }
        assertThat(fixture.post(NDJSON, large).statusCode()).isEqualTo(202);
        fixture.awaitLog();
        assertThat(fixture.quarantined)
                .filteredOn(set -> raw(set).contains("bulk-above@example.com"))
                .hasSize(3)
                .allSatisfy(set -> {
                    assertThat(raw(set)).isEqualTo(large.substring(0, 64 << 10));
                    assertThat(set.sizeBytes()).isBetween((long) MIB + 1, (long) MIB + 2);
                })
                .filteredOn(set -> set.sizeBytes() == MIB + 1)
                .isNotEmpty()
                .allSatisfy(set -> assertThat(set.sha256()).isEqualTo(hash));
    }

    private String padded(int length, String leadEmail) {
        var body = sent(campaign, leadEmail);
        var start = body.substring(0, body.length() - 1) + ",\"padding\":\"";
        return start + "x".repeat(length - start.length() - 2) + "\"}";
    }

    @Test
    void aLongMalformedArrayIsKeptByItsStartAndHash() {
        var body = "[" + padded(MIB, "long@example.com") + "," + padded(MIB, "long@example.com") + ",";
        assertThat(fixture.post(JSON, body).statusCode()).isEqualTo(400);
        fixture.awaitLog();
        assertThat(fixture.quarantined)
                .filteredOn(set -> raw(set).contains("long@example.com"))
                .singleElement()
                .satisfies(set -> {
                    assertThat(set.sizeBytes()).isEqualTo(body.length());
                    assertThat(raw(set)).hasSize(64 << 10);
                });
    }

    // ---- lines

    @Test
    void eachLineStandsForItself() {
        var body = "\n" + sent(campaign, "line1@example.com") + "\r\n \t\r\n[1]\n{\"a\":\nnull\n"
                + sent(campaign, "line2@example.com");
        var response = fixture.post(NDJSON, body);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).at("/accepted").asInt()).isEqualTo(2);
        assertThat(json(response).at("/reasons").findValuesAsText("index")).containsExactly("3", "4", "5");
        assertThat(json(response).at("/reasons").findValuesAsText("code"))
                .containsExactly("not_an_object", "malformed_json", "not_an_object");
    }

    @Test
    void blankLinesAloneAreNothing() {
        var response = fixture.post(NDJSON, "\n  \n\r\n");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEqualTo("{\"accepted\":0,\"quarantined\":0,\"reasons\":[]}");
    }

    @Test
    void plainTextIsADocumentIfItParsesElseLines() {
        var pretty = """
                {
                  "event_type": "email_sent",
                  "timestamp": "2026-01-01T00:00:00Z",
                  "lead_email": "pretty@example.com"
                }
                """;
        assertThat(json(fixture.post("text/plain", pretty)).at("/accepted").asInt())
                .isEqualTo(1);

        var array = "[" + pretty + "," + pretty + "]";
        assertThat(json(fixture.post("", array)).at("/accepted").asInt()).isEqualTo(2);

        var lines = sent(campaign, "plain1@example.com") + "\n" + sent(campaign, "plain2@example.com") + "\noops";
        var answer = json(fixture.post("text/plain", lines));
        assertThat(answer.at("/accepted").asInt()).isEqualTo(2);
        assertThat(answer.at("/quarantined").asInt()).isEqualTo(1);

        var malformed = fixture.post("text/plain", "{\"a\":");
        assertThat(malformed.statusCode()).isEqualTo(202);
        assertThat(json(malformed).at("/quarantined").asInt()).isEqualTo(1);

        assertThat(fixture.post("text/plain", "42").statusCode()).isEqualTo(400);
    }

    @Test
    void listsAThousandReasonsAndCountsTheRest() {
        var response = fixture.post(NDJSON, "1\n".repeat(1003));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).at("/quarantined").asInt()).isEqualTo(1003);
        assertThat(json(response).at("/reasons")).hasSize(1000);
        assertThat(json(response).at("/reasons_omitted").asInt()).isEqualTo(3);
    }

    // ---- what is in the log after the answer

    @Test
    void theAnswerComesAfterTheLogHasIt() {
        var id = campaign + "-durable";
        var lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append(sent(id, "lead" + i + "@example.com")).append('\n');
        }
        var response = fixture.post(NDJSON, lines.toString());
        assertThat(json(response).at("/accepted").asInt()).isEqualTo(5_000);
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id))
                .hasSize(5_000)
                .extracting(Event::eventId)
                .doesNotHaveDuplicates();
    }

    @Test
    void duplicatesAreAccepted() {
        var id = campaign + "-twice";
        for (int i = 0; i < 2; i++) {
            assertThat(json(fixture.post(JSON, sent(id, "twice@example.com")))
                            .at("/accepted")
                            .asInt())
                    .isEqualTo(1);
        }
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id))
                .hasSize(2)
                .extracting(Event::eventId)
                .containsOnly(fixture.eventsOf(id).getFirst().eventId());
    }

    @Test
    void aCampaignGoesToWhomItIsAssignedFromThenOn() throws InterruptedException {
        var client = new OrganizationId("client-of-acme");
        fixture.organizations.createOrganization(client, "Client");
        var id = campaign + "-shared";
        fixture.post(JSON, sent(id, "before@example.com"));
        fixture.organizations.assignCampaign(id, client);
        fixture.post(JSON, sent(id, "after@example.com"));
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id))
                .extracting(Event::leadEmail, Event::organizationId)
                .containsExactlyInAnyOrder(
                        tuple("before@example.com", WebhookFixture.ACME), tuple("after@example.com", client));
    }

    @Test
    void quarantineKeepsHeadersButNoCredentials() {
        var request = fixture.request(
                        JSON, "{\"event_type\":\"email_sent\",\"mark\":\"headers\"}".getBytes(StandardCharsets.UTF_8))
                .header("User-Agent", "axios/0.21.4")
                .header("Cookie", "a=b")
                .header("X-Api-Key", "k")
                .header("X-My-Secret", "s")
                .header("X-Access-Token", "t");
        assertThat(fixture.send(request).statusCode()).isEqualTo(202);
        fixture.awaitLog();
        assertThat(fixture.quarantined)
                .filteredOn(set -> raw(set).contains("\"mark\":\"headers\""))
                .singleElement()
                .satisfies(set -> {
                    assertThat(set.organizationId()).isEqualTo(WebhookFixture.ACME);
                    assertThat(set.reason()).isEqualTo(QuarantineReason.UNREADABLE_TIMESTAMP);
                    assertThat(set.headers())
                            .containsEntry("user-agent", "axios/0.21.4")
                            .doesNotContainKeys(
                                    "authorization", "cookie", "x-api-key", "x-my-secret", "x-access-token");
                });
    }

    @Test
    void textThatNoUtf8CanCarryIsMendedNotRefused() {
        var id = campaign + "-surrogates";
        var response = fixture.post(
                JSON,
                "{\"event_type\":\"my \\ud800 label\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"campaign_id\":\"" + id
                        + "\",\"campaign_name\":\"\\udc00\",\"nul\":\"\\u0000\"}");
        assertThat(response.statusCode()).isEqualTo(202);
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id))
                .singleElement()
                .satisfies(event -> assertThat(event.name()).isEqualTo("my \uFFFD label"));
    }

    @Test
    void aQuarantinedDeliveryCanBeTriedAgain() {
        var id = campaign + "-replayed";
        var sound = Bytes.of(sent(id, "again@example.com").getBytes(StandardCharsets.UTF_8));
        var arrival = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(fixture.app.replay(set(sound, sound.length(), arrival))).isEqualTo(new ReplayOutcome(1, 0));
        assertThat(fixture.app.replay(set(sound, sound.length() + 1, arrival))).isEqualTo(new ReplayOutcome(0, 1));
        var bad = Bytes.of("[1,{}]".getBytes(StandardCharsets.UTF_8));
        assertThat(fixture.app.replay(set(bad, bad.length(), arrival))).isEqualTo(new ReplayOutcome(0, 2));
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id)).singleElement().satisfies(event -> {
            assertThat(event.receivedAt()).isEqualTo(arrival);
            assertThat(event.flags()).containsExactly(EventFlag.CLAMPED);
        });
    }

    @Test
    void anEventOfAForeignWorkspaceIsTakenFlaggedAndCounted() throws InterruptedException {
        var id = campaign + "-workspaces";
        var other = fixture.organizations
                .createOrganization(new OrganizationId("other-" + id), "Other")
                .organizationId();
        var owned = "workspace-of-" + other;
        fixture.organizations.setWorkspaces(other, List.of(owned));
        double before = foreignWorkspaces();
        for (var workspace : List.of(owned, "workspace-of-nobody", "")) {
            var body =
                    sent(id, workspace + "x@example.com").replaceFirst("\\{", "{\"workspace\":\"" + workspace + "\",");
            var answer = fixture.post(JSON, body);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(WebhookFixture.json(answer).get("accepted").asInt()).isEqualTo(1);
        }
        fixture.awaitLog();
        assertThat(fixture.eventsOf(id)).hasSize(3).allSatisfy(event -> {
            assertThat(event.organizationId()).isEqualTo(WebhookFixture.ACME);
            assertThat(event.flags().contains(EventFlag.FOREIGN_WORKSPACE))
                    .isEqualTo(event.workspace().equals(owned));
        });
        assertThat(foreignWorkspaces()).isEqualTo(before + 1);
    }

    private double foreignWorkspaces() {
        return fixture.metrics
                .get("salesbrain.ingest.foreign_workspace")
                .counter()
                .count();
    }

    @Test
    void aRevokedSecretIsRefusedFromThenOn() throws InterruptedException {
        var added = fixture.organizations.addCredential(
                WebhookFixture.ACME, Scope.WEBHOOK, "to be revoked", Optional.empty());
        assertThat(postWith(added.secret())).isEqualTo(202);
        fixture.organizations.revokeCredential(
                WebhookFixture.ACME, added.credential().credentialId());
        assertThat(postWith(added.secret())).isEqualTo(401);
        assertThat(postWith(fixture.acme.webhookSecret())).isEqualTo(202);
    }

    private int postWith(String secret) {
        var body = sent(campaign + "-revoked", "r@example.com").getBytes(StandardCharsets.UTF_8);
        var request = fixture.request(JSON, body).setHeader("Authorization", "Bearer " + secret);
        return fixture.send(request).statusCode();
    }

    private static Quarantined set(Bytes raw, long sizeBytes, Instant receivedAt) {
        return new Quarantined(
                "q",
                WebhookFixture.ACME,
                QuarantineReason.MISSING_LEAD_EMAIL,
                "",
                0,
                raw.base64(),
                sizeBytes,
                raw.sha256(),
                Map.of(),
                receivedAt);
    }

    @Test
    void countsWhatEachStepDid() {
        var before = fixture.count("normalise", "missing_lead_email");
        fixture.post(JSON, sent(campaign, "no address"));
        assertThat(fixture.count("normalise", "missing_lead_email")).isEqualTo(before + 1);
        assertThat(fixture.count("authenticate", "ok")).isPositive();
        assertThat(fixture.count("publish", "ok")).isGreaterThanOrEqualTo(0);
    }

    @Test
    void saysWhetherItCanWrite() {
        Awaitility.await().until(fixture.app::isWritable);
    }

    private static String raw(Quarantined set) {
        return new String(Base64.getDecoder().decode(set.rawBase64()), StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
