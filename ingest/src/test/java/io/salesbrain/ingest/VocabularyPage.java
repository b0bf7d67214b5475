package io.salesbrain.ingest;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadColumns;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.PayloadField;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.StepVariant;
import io.salesbrain.ingest.body.Bytes;
import io.salesbrain.ingest.instantly.Dialect;
import io.salesbrain.ingest.instantly.InstantlyPayload;
import io.salesbrain.ingest.instantly.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the docs that says which names the receiver knows: written from the code, so that it cannot be wrong. */
final class VocabularyPage {
    private VocabularyPage() {}

    static String text() {
        return String.join(
                "\n",
                "# Vocabulary of the webhook",
                "",
                "Written from the code; `" + VocabularyPageTest.COMMAND + "` writes it anew.",
                "",
                eventTypes(),
                payloadFields(),
                steps(),
                leadColumns(),
                quarantineReasons(),
                refusals());
    }

    private static String eventTypes() {
        var rows = Stream.of(EventType.values()).map(type -> List.of(code(type.label()), names(type), needs(type)));
        return section("Event types", """
                The name in `event_type` is compared trimmed and without case. `EventType` is the one place where a new \
                name is added.
                """, table(List.of("Type", "Arrives as", "Must name"), rows));
    }

    private static String names(EventType type) {
        return type == EventType.CUSTOM
                ? "any other name, kept as sent"
                : type.acceptedNames().stream().map(VocabularyPage::code).collect(Collectors.joining(", "));
    }

    private static String needs(EventType type) {
        return switch (type.concerns()) {
            case LEAD -> "a lead: `lead_email`, or else `email`";
            case CAMPAIGN ->
                type == EventType.CAMPAIGN_COMPLETED
                        ? "a campaign: `campaign_id`; with a lead it concerns that lead only"
                        : "a campaign: `campaign_id`";
            case ACCOUNT -> "a mailbox: `email_account`";
            case ANYTHING -> "nothing; with a lead it is in that lead's timeline";
        };
    }

    private static String payloadFields() {
        var rows = Stream.of(PayloadField.values())
                .map(field -> List.of(code(field.label()), use(field.use()), field.meaning()));
        return section("Fields of the payload", """
                A webhook's body is a flat object. These names are reserved, compared exactly; nothing but the type, the \
                time and what the type must name is ever required.
                """, table(List.of("Field", "Is", "Means"), rows));
    }

    private static String use(PayloadField.Use use) {
        return switch (use) {
            case READ -> "read";
            case KEPT -> "kept in the raw event";
            case COLUMN -> "a lead column, and read";
        };
    }

    private static String steps() {
        var examples = Stream.of(
                List.of("webhook: numbers from 1", "\"step\":2,\"variant\":1"),
                List.of("webhook: the same as strings", "\"step\":\"2\",\"variant\":\"1\""),
                List.of("e-mail API: sequence, step and variant from 0, in one text", "\"step\":\"0_1_0\""),
                List.of("the same in a subsequence; the text wins over `variant`", "\"step\":\"3_1_0\",\"variant\":9"),
                List.of("neither: unknown, never a reason to reject", "\"step\":\"Discovery\",\"variant\":0"));
        var rows = examples.map(example -> List.of(example.get(0), code(example.get(1)), meaning(example.get(1))));
        return section(
                "Steps and variants", """
                Instantly writes them in three ways, and all become one value whose numbers begin with 1 and end with %d. \
                The third way, of the step analytics, has steps from 1 and variants from 0 as strings; webhooks never \
                carry it, so in a webhook both strings begin with 1.
                """.formatted(StepVariant.MAX), table(List.of("Written by", "As", "Is"), rows));
    }

    private static String meaning(String members) {
        var json = "{\"event_type\":\"email_sent\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"email\":\"a@b.example\","
                + members + "}";
        var reading = InstantlyPayload.read(Bytes.of(json.getBytes(StandardCharsets.UTF_8)))
                .then(payload -> Dialect.identify(payload, _ -> new OrganizationId("acme")))
                .then(identified -> Dialect.normalise(identified, Instant.parse("2026-01-01T00:00:00Z")));
        return switch (reading) {
            case Reading.Good<Event>(var event) -> meaning(event.step());
            case Reading.Rejected<Event> rejected -> throw new AssertionError(members + " was rejected: " + rejected);
        };
    }

    private static String meaning(StepVariant step) {
        return step.equals(StepVariant.UNKNOWN)
                ? "unknown"
                : (step.sequence() > 0 ? "sequence " + step.sequence() + ", " : "") + "step " + step.step()
                        + ", variant " + step.variant();
    }

    private static String leadColumns() {
        return section(
                "Lead columns and custom variables",
                """
                Instantly merges a lead's columns and the campaign's custom variables into the same flat object.

                - A reserved name always means Instantly's own field. A custom variable of that name is overwritten by \
                Instantly, or taken for the field, before anybody could tell; give it another name.
                - `email` is a lead column that also stands in for a `lead_email` that is absent or unusable.
                - `campaign` is a lead column and never `campaign_id`.
                - Every other member is a lead column. Nothing is lost: the event keeps the whole text as it was sent.

                `GET /api/leads/{email}` shows them as `columns`: of the events in the lead's timeline the newest value of \
                each, as sent (a null is a value), and a column once seen stays. There are at most %d, those of the newest \
                events first; a value of more than %d bytes is shown by its beginning, ending in `…`, as text; a name of \
                more than %d characters is left out.
                """.formatted(LeadColumns.MAX_COLUMNS, LeadColumns.MAX_VALUE_BYTES, LeadColumns.MAX_NAME_LENGTH),
                "");
    }

    private static String quarantineReasons() {
        var rows = Stream.of(QuarantineReason.values()).map(reason -> List.of(code(reason.code()), reason.message()));
        return section("Why one event is set aside", """
                The request is answered with 202 and these reasons. What is set aside is kept with its bytes, listed by \
                `GET /api/admin/quarantine`, and can be replayed.
                """, table(List.of("Code", "Message"), rows));
    }

    private static String refusals() {
        var rows = Stream.of(Refusal.values())
                .map(refusal -> List.of(Integer.toString(refusal.status()), code(refusal.code()), refusal.message()));
        return section("Why a whole request is refused", """
                With 503 comes `Retry-After`: the same request is welcome again, and what it had already brought counts \
                once.
                """, table(List.of("Status", "Code", "Message"), rows));
    }

    private static String section(String title, String about, String table) {
        return "## " + title + "\n\n" + about + (table.isEmpty() ? "" : "\n" + table);
    }

    private static String table(List<String> head, Stream<List<String>> rows) {
        var rule = head.stream().map(_ -> "---").toList();
        return Stream.concat(Stream.of(head, rule), rows)
                .map(row -> row.stream()
                        .map(cell -> cell.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
