package io.salesbrain.clickhouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.query.Correspondence;
import io.salesbrain.clickhouse.query.Letters;
import io.salesbrain.clickhouse.query.SearchQuestion;
import io.salesbrain.clickhouse.query.Words;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.events.Classified;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.StepVariant;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sink writes of messages, and what is found of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrespondenceTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final OrganizationId RIVAL = new OrganizationId("rival");
    private static final Instant T = Instant.parse("2026-03-01T10:00:00.123Z");
    private static final String ANNA = "anna@x.example";

    private final Warehouse warehouse = SharedEngine.warehouse();
    private final Correspondence correspondence = new Correspondence(warehouse);
    private final Letters letters = new Letters(warehouse);

    @BeforeAll
    void fill() {
        var _ = Migrations.fromClassPath().apply(warehouse);
        for (var organization : List.of(ACME, RIVAL)) {
            store(sent(organization, 1, "Angebot für Müller & Söhne", "Guten Tag,\nanbei die Größentabelle."));
            store(
                    reply(
                            organization,
                            2,
                            "AW: Angebot",
                            "Gern, wegen des Termins melde ich mich.\n\nAm 1. März 2026 schrieb Lena <lena@send.example>:\n> anbei die Größentabelle"));
            store(opened(organization, 3));
            // Written twice, as after a crash.
            store(sent(organization, 4, "Café", "Une idée naïve: straße STRASSE 日本"));
            store(sent(organization, 4, "Café", "Une idée naïve: straße STRASSE 日本"));
        }
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    private void store(ScoredEvent scored) {
        insert("events", Rows.event(scored));
        if (io.salesbrain.clickhouse.sink.Letters.isOne(scored.event())) {
            insert("correspondence", io.salesbrain.clickhouse.sink.Letters.row(scored.event()));
        }
    }

    private void insert(String table, byte[] row) {
        var lines = new ByteArrayOutputStream();
        lines.writeBytes(row);
        lines.write('\n');
        var _ = warehouse.insert(table, lines.toByteArray(), BatchWriter.SETTINGS);
    }

    private static ScoredEvent sent(OrganizationId organization, int n, String subject, String text) {
        var raw = Json.write(Map.of("email_subject", subject, "email_text", text, "firstName", "Anna"));
        return scored(organization, n, EventType.EMAIL_SENT, null, raw, null);
    }

    private static ScoredEvent opened(OrganizationId organization, int n) {
        return scored(organization, n, EventType.EMAIL_OPENED, null, "{}", null);
    }

    private static ScoredEvent reply(OrganizationId organization, int n, String subject, String text) {
        var raw = Json.write(Map.of(
                "reply_subject",
                subject,
                "reply_text",
                text,
                "unibox_url",
                "https://unibox.example/1",
                "First Name",
                "Anna",
                "companyName",
                "Beispiel GmbH",
                "custom",
                7));
        var classified = new Classified(
                ReplyCategory.INTERESTED,
                Map.of(ReplyCategory.INTERESTED, 0.75, ReplyCategory.QUESTION, 0.25),
                "de",
                false,
                "model-1",
                null,
                "Gern, wegen des Termins");
        return scored(
                organization, n, EventType.REPLY_RECEIVED, new ReplyContent(subject, text, "", ""), raw, classified);
    }

    private static ScoredEvent scored(
            OrganizationId organization,
            int n,
            EventType type,
            @Nullable ReplyContent content,
            String raw,
            @Nullable Classified classified) {
        var at = T.plusSeconds(n);
        var event = new Event(
                organization + "-" + n,
                organization,
                type,
                type.label(),
                at,
                at,
                at,
                Set.of(),
                "workspace-1",
                "c1",
                "Frühling",
                ANNA,
                "lena@send.example",
                type == EventType.REPLY_RECEIVED ? StepVariant.UNKNOWN : new StepVariant(0, 1, 2),
                "mail-" + n,
                content,
                raw);
        return new ScoredEvent(event, 0, n, classified);
    }

    private List<String> found(OrganizationId organization, String q) {
        return correspondence.search(organization, SearchQuestion.of(q).orElseThrow(), Optional.empty(), 10).stream()
                .map(Correspondence.Found::eventId)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Termin, acme-2",
        "termins gern, acme-2",
        "ter, acme-2",
        "groessen, acme-1",
        "Größentabelle, acme-1",
        "grossentabelle anbei, acme-1",
        "MUELLER, acme-1",
        "muller soehn, acme-1",
        "idee naive, acme-4",
        "strasse, acme-4",
        "straße idee, acme-4",
        "日本, acme-4",
        "cafe strass, acme-4"
    })
    void allWordsAreFoundHoweverTheyAreWritten(String q, String expected) {
        assertThat(found(ACME, q)).containsExactly(expected);
    }

    @Test
    void theLatestComeFirstEachOnceAndNeverAnothers() {
        assertThat(found(ACME, "anna")).containsExactly("acme-4", "acme-2", "acme-1");
        assertThat(found(RIVAL, "termin")).containsExactly("rival-2");
        assertThat(found(ACME, "termin muller")).isEmpty();
        assertThat(found(ACME, "ermin")).isEmpty();
        assertThat(SearchQuestion.of(" - % ")).isEmpty();
        var first = correspondence.search(ACME, SearchQuestion.of("anna").orElseThrow(), Optional.empty(), 1);
        assertThat(correspondence.search(
                        ACME,
                        SearchQuestion.of("anna").orElseThrow(),
                        Optional.of(first.getLast().before()),
                        10))
                .extracting(Correspondence.Found::eventId)
                .containsExactly("acme-2", "acme-1");
        assertThat(first.getFirst().text()).isEqualTo("Une idée naïve: straße STRASSE 日本");
    }

    @Test
    void wordsAreFoldedHereAsTheyAreThere() {
        for (var text : List.of(
                "Grüße für Müller",
                "a\u0308 ä Ä A\u0308",
                "ẞ ß STRASSE",
                "İstanbul ﬁn Ⅷ ½ x²",
                "don't e-mail a_b.c@d 🙂 日本語 ελλάς Ёлка",
                "\t\n",
                "naïve Ångström Øre")) {
            warehouse.execute(
                    "INSERT INTO correspondence (organization_id, at, event_id, lead_email, text)"
                            + " VALUES ('folded', now64(3), {text:String}, '', {text:String})",
                    Map.of("text", text));
            var folded = warehouse.query(
                    "SELECT folded FROM correspondence WHERE organization_id = 'folded' AND event_id = {text:String}",
                    Map.of("text", text),
                    row -> row.string("folded"));
            var words = new HashSet<>(List.of(folded.getFirst().strip().split(" +")));
            words.remove("");
            assertThat(Words.found(text)).as(text).isEqualTo(words);
        }
    }

    @Test
    void aConversationHasItsTextsAndWhatIsKnownOfTheLead() {
        var all = letters.conversation(ACME, ANNA, "c1", 10);
        assertThat(all).extracting(each -> each.eventId()).containsExactly("acme-4", "acme-2", "acme-1");
        var reply = all.get(1);
        assertThat(reply.text()).contains("schrieb Lena");
        assertThat(reply.uniboxUrl()).isEqualTo("https://unibox.example/1");
        assertThat(reply.judgement().probabilities())
                .isEqualTo(Map.of(ReplyCategory.INTERESTED, 0.75, ReplyCategory.QUESTION, 0.25));
        assertThat(reply.columns()).isEqualTo(Map.of("firstname", "Anna", "companyname", "Beispiel GmbH"));
        assertThat(reply.opened()).isFalse();
        assertThat(all.getLast().opened()).isTrue();
        assertThat(all.getLast().subject()).isEqualTo("Angebot für Müller & Söhne");

        var brief = letters.replies(ACME, List.of(ANNA), List.of("acme-2", "acme-1", "rival-2"));
        assertThat(brief).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("AW: Angebot");
            assertThat(letter.text()).isEmpty();
            assertThat(letter.snippet()).isEqualTo("Gern, wegen des Termins");
        });
        assertThat(letters.conversation(RIVAL, ANNA, "c1", 10)).hasSize(3);
        assertThat(letters.conversation(ACME, ANNA, "c2", 10)).isEmpty();
        assertThat(letters.replies(ACME, List.of(), List.of())).isEmpty();
    }

    /** The statement of the migration, over what the sink wrote to the events. */
    @Test
    void whatLiesInTheEventsIsBroughtOverNearlyAsTheSinkWouldWriteIt() {
        warehouse.execute("CREATE TABLE brought AS correspondence", Map.of());
        var script = Migrations.fromClassPath().printable();
        int from = script.indexOf("INSERT INTO correspondence");
        var statement =
                script.substring(from, script.indexOf(";", from)).replace("INTO correspondence", "INTO brought");
        warehouse.execute(statement, Map.of());
        var columns = "toString((organization_id, at, event_id, type, lead_email, campaign_id, subject, text, folded))";
        var of = " FINAL WHERE organization_id IN ('acme', 'rival') ORDER BY line";
        assertThat(warehouse.query(
                        "SELECT " + columns + " AS line FROM brought" + of, Map.of(), row -> row.string("line")))
                .hasSize(6)
                .isEqualTo(warehouse.query(
                        "SELECT " + columns + " AS line FROM correspondence" + of,
                        Map.of(),
                        row -> row.string("line")));
    }
}
