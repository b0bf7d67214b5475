package io.salesbrain.ingest.instantly;

import static io.salesbrain.ingest.instantly.Payloads.base;
import static io.salesbrain.ingest.instantly.Payloads.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.salesbrain.events.Event;
import io.salesbrain.events.Json;
import io.salesbrain.events.LeadColumns;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes in which Instantly's webhooks were really seen or are documented, with invented people. */
class PayloadShapesTest {
    /**
     * Each file in the folder {@code shapes}: what it is, whom it concerns, then campaign, account, sequence_step_variant
     * and the message's id. There is one lead (anna), one mailbox (sam), one campaign (c1) and one message (e1).
     */
    private static final String SHAPES = """
            account_error                        | account_error of account sam, c1, sam, 0_0_0, -
            account_error_without_campaign       | account_error of account sam, -, sam, 0_0_0, -
            account_suspended                    | account_suspended of account sam, -, sam, 0_0_0, -
            all_events                           | custom 'all_events' of lead anna, c1, -, 0_0_0, -
            auto_reply_received                  | auto_reply_received of lead anna, c1, sam, 0_1_2, e1
            campaign_completed                   | campaign_completed of campaign c1, c1, -, 0_0_0, -
            campaign_completed_for_a_lead        | campaign_completed of lead anna, c1, -, 0_0_0, -
            campaign_paused                      | campaign_paused of campaign c1, c1, -, 0_0_0, -
            campaign_started                     | campaign_started of campaign c1, c1, -, 0_0_0, -
            column_named_campaign_only           | missing_campaign_id
            column_named_step                    | email_sent of lead anna, c1, -, 0_0_0, -
            columns_of_other_kinds               | email_opened of lead anna, c1, -, 0_0_0, -
            custom_label                         | custom 'Wants a call in May' of lead anna, c1, -, 0_1_1, -
            custom_label_in_german               | custom 'Rückruf gewünscht 📞' of lead anna, c1, -, 0_0_0, -
            custom_label_without_lead            | custom 'Quarter end' of nobody, c1, -, 0_0_0, -
            email_bounced                        | email_bounced of lead anna, c1, sam, 0_1_1, -
            email_opened                         | email_opened of lead anna, c1, sam, 0_1_2, -
            email_opened_again                   | email_opened of lead anna, c1, sam, 0_1_2, -
            email_opened_without_step            | email_opened of lead anna, c1, -, 0_0_0, -
            email_sent                           | email_sent of lead anna, c1, sam, 0_1_2, -
            email_sent_with_id_and_text          | email_sent of lead anna, c1, sam, 0_1_2, e1
            email_spam_report                    | email_spam_report of lead anna, c1, -, 0_0_0, -
            email_unsubscribed                   | email_unsubscribed of lead anna, c1, -, 0_0_0, -
            enrichment_completed                 | custom 'supersearch_enrichment_completed' of nobody, -, -, 0_0_0, -
            event_type_in_capitals               | email_sent of lead anna, c1, -, 0_0_0, -
            lead_closed                          | lead_closed of lead anna, c1, -, 0_0_0, -
            lead_column_as_only_address          | email_opened of lead anna, c1, -, 0_0_0, -
            lead_completed                       | lead_completed of lead anna, c1, -, 0_0_0, -
            lead_email_null                      | email_opened of lead anna, c1, -, 0_0_0, -
            lead_email_unusable                  | email_opened of lead anna, c1, -, 0_0_0, -
            lead_email_with_a_name               | email_opened of lead anna, c1, -, 0_0_0, -
            lead_error                           | lead_error of lead anna, c1, -, 0_0_0, -
            lead_interested                      | lead_interested of lead anna, c1, -, 0_1_1, -
            lead_meeting_booked                  | lead_meeting_booked of lead anna, c1, -, 0_0_0, -
            lead_meeting_completed               | lead_meeting_completed of lead anna, c1, -, 0_0_0, -
            lead_neutral                         | lead_neutral of lead anna, c1, -, 0_0_0, -
            lead_no_show                         | lead_no_show of lead anna, c1, -, 0_0_0, -
            lead_not_interested                  | lead_not_interested of lead anna, c1, -, 0_0_0, -
            lead_out_of_office                   | lead_out_of_office of lead anna, c1, -, 0_0_0, -
            lead_unsubscribed                    | email_unsubscribed of lead anna, c1, sam, 0_1_1, -
            lead_wrong_person                    | lead_wrong_person of lead anna, c1, -, 0_0_0, -
            link_clicked                         | email_clicked of lead anna, c1, sam, 0_2_1, -
            link_clicked_by_other_name           | email_clicked of lead anna, c1, sam, 0_2_1, -
            link_clicked_by_subscription_name    | email_clicked of lead anna, c1, sam, 0_2_1, -
            nulls_everywhere                     | reply_received of lead anna, -, -, 0_0_0, -
            number_ids                           | email_sent of lead anna, 4711, -, 0_0_0, 12345678901234567890
            only_what_is_needed                  | email_sent of lead anna, -, -, 0_0_0, -
            rejected_event_type_blank            | missing_event_type
            rejected_event_type_missing          | missing_event_type
            rejected_timestamp_in_seconds        | unreadable_timestamp
            rejected_timestamp_missing           | unreadable_timestamp
            rejected_timestamp_without_offset    | unreadable_timestamp
            rejected_without_account             | missing_email_account
            rejected_without_campaign            | missing_campaign_id
            rejected_without_lead                | missing_lead_email
            reply_received                       | reply_received of lead anna, c1, sam, 0_1_2, e1
            reply_received_html_only             | reply_received of lead anna, c1, sam, 0_0_0, e1
            reply_received_older_unibox_url      | reply_received of lead anna, c1, sam, 0_1_2, -
            reply_received_snippet_of_newlines   | reply_received of lead anna, c1, sam, 0_1_2, e1
            reply_received_without_email_id      | reply_received of lead anna, c1, sam, 0_1_2, -
            step_as_triple                       | email_sent of lead anna, c1, -, 0_1_1, -
            step_in_numeric_strings              | email_sent of lead anna, c1, -, 0_3_1, -
            step_of_a_subsequence                | email_sent of lead anna, c1, -, 2_2_1, -
            step_out_of_range                    | email_sent of lead anna, c1, -, 0_0_0, -
            timestamp_ahead                      | email_sent of lead anna, c1, -, 0_0_0, -
            timestamp_with_offset                | email_sent of lead anna, c1, -, 0_0_0, -
            """;

    @TestFactory
    Stream<DynamicTest> everyShapeIsReadAsItShould() {
        return SHAPES.lines().map(line -> {
            var shape = line.substring(0, line.indexOf('|')).strip();
            var expected = line.substring(line.indexOf('|') + 1).strip();
            return DynamicTest.dynamicTest(
                    shape, () -> assertThat(described(shape(shape))).isEqualTo(expected));
        });
    }

    @Test
    void everyShapeIsInTheTable() throws IOException {
        try (var files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(SHAPES.lines()
                            .map(line -> line.substring(0, line.indexOf('|')).strip() + ".json")
                            .toList());
        }
    }

    private static String described(String json) {
        return switch (Payloads.read(json)) {
            case Reading.Rejected<Event> rejected -> rejected.reason().code();
            case Reading.Good<Event>(var event) -> {
                var step = event.step();
                var type =
                        event.type().label() + (event.type().label().equals("custom") ? " '" + event.name() + "'" : "");
                yield type + " of " + subject(event) + ", " + known(event.campaignId()) + ", " + known(event.account())
                        + ", " + step.sequence() + "_" + step.step() + "_" + step.variant() + ", "
                        + known(event.emailId());
            }
        };
    }

    private static String subject(Event event) {
        return switch (event.subject()) {
            case Subject.Lead(var email) -> "lead " + known(email);
            case Subject.Campaign(var id) -> "campaign " + known(id);
            case Subject.Account(var email) -> "account " + known(email);
            case Subject.Organization() -> "nobody";
        };
    }

    private static String known(String text) {
        return switch (text) {
            case "" -> "-";
            case "anna.vogel@kundin.example" -> "anna";
            case "sam@sender.example" -> "sam";
            case "0198c0de-0000-7000-8000-0000000000c1" -> "c1";
            case "0198c0de-0000-7000-8000-0000000000e1" -> "e1";
            default -> text;
        };
    }

    private static String shape(String name) {
        try {
            return Files.readString(folder().resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no shape " + name, e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(PayloadShapesTest.class.getResource("/shapes"), "shapes")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** What one subscribes to, what arrives, and what people call it elsewhere: all the names there are. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            all_events, custom
            email_sent, email_sent
            email_opened, email_opened
            email_link_clicked, email_clicked
            link_clicked, email_clicked
            email_clicked, email_clicked
            reply_received, reply_received
            auto_reply_received, auto_reply_received
            email_bounced, email_bounced
            lead_unsubscribed, email_unsubscribed
            email_unsubscribed, email_unsubscribed
            email_spam_report, email_spam_report
            campaign_started, campaign_started
            campaign_paused, campaign_paused
            campaign_completed, campaign_completed
            account_error, account_error
            account_suspended, account_suspended
            lead_neutral, lead_neutral
            lead_interested, lead_interested
            lead_not_interested, lead_not_interested
            lead_meeting_booked, lead_meeting_booked
            lead_meeting_completed, lead_meeting_completed
            lead_closed, lead_closed
            lead_out_of_office, lead_out_of_office
            lead_wrong_person, lead_wrong_person
            lead_no_show, lead_no_show
            lead_completed, lead_completed
            lead_error, lead_error
            supersearch_enrichment_completed, custom
            email_complained, custom
            """)
    void everyNameHasItsType(String name, String type) {
        assertThat(good(base(name).toString()).type().label()).isEqualTo(type);
        assertThat(good(base(name).toString()).name()).isEqualTo(name);
    }

    @Test
    void aReplyIsKeptInAllItsParts() {
        assertThat(good(shape("reply_received")).reply())
                .isEqualTo(new ReplyContent(
                        "Re: Hello",
                        "Yes, please.\n\nOn Tue, Sam wrote:\n> Hi Anna",
                        "<div>Yes, please.</div>",
                        "Yes, please."));
        assertThat(good(shape("reply_received_html_only")).reply())
                .isEqualTo(new ReplyContent("", "", "<p>Passt, Donnerstag um 10?</p>", ""));
        assertThat(good(shape("reply_received_snippet_of_newlines")).reply())
                .extracting(ReplyContent::snippet)
                .isEqualTo("\n\r\n\n");
        assertThat(good(shape("nulls_everywhere")).reply()).isEqualTo(new ReplyContent("", "", "", ""));
        assertThat(good(shape("lead_interested")).reply()).isNull();
    }

    @Test
    void theLinkToTheThreadStaysAsItWasSent() throws JsonProcessingException {
        assertThat(uniboxUrl("reply_received")).contains("thread_search=thread:");
        assertThat(uniboxUrl("reply_received_older_unibox_url")).contains("anna.vogel%40kundin.example");
        assertThat(uniboxUrl("email_sent")).isEqualTo("null");
        assertThat(uniboxUrl("email_bounced")).isEmpty();
    }

    private static String uniboxUrl(String shape) throws JsonProcessingException {
        return Json.MAPPER.readTree(good(shape(shape)).raw()).path("unibox_url").asText();
    }

    @Test
    void timesAreReadToTheMillisecondAndNotBelievedAhead() {
        assertThat(good(shape("timestamp_with_offset")).at()).isEqualTo("2026-03-04T05:06:07.089Z");
        var ahead = good(shape("timestamp_ahead"));
        assertThat(ahead.at()).isEqualTo(Payloads.ARRIVAL);
        assertThat(ahead.sentAt()).isEqualTo("2026-03-05T00:00:00Z");
    }

    @Test
    void idsThatAreNumbersAreTheirDigits() {
        var event = good(shape("number_ids"));
        assertThat(List.of(event.workspace(), event.campaignId())).containsExactly("17", "4711");
        assertThat(good(shape("only_what_is_needed")).workspace()).isEmpty();
        assertThat(good(shape("email_sent")).campaignName()).isEqualTo("Spring outreach");
    }

    @Test
    void leadColumnsAreKeptBesideInstantlysOwnFields() {
        assertThat(columns("email_sent"))
                .containsExactly(
                        entry("email", "\"anna.vogel@kundin.example\""),
                        entry("firstName", "\"Anna\""),
                        entry("lastName", "\"Vogel\""),
                        entry("companyName", "\"Kundin GmbH\""),
                        entry("website", "\"kundin.example\""),
                        entry("phone", "null"),
                        entry("personalization", "\"Your talk in Graz\""),
                        entry("campaign", "\"0198c0de-0000-7000-8000-0000000000c9\""),
                        entry("Branche", "\"Maschinenbau\""));
        assertThat(columns("columns_of_other_kinds"))
                .containsKeys("employees", "score", "customer", "tags", "address", "Größe", "");
        assertThat(columns("email_bounced")).isEmpty();
    }

    @Test
    void aReservedNameAlwaysMeansInstantlysOwnField() {
        assertThat(columns("column_named_step"))
                .doesNotContainKeys("step", "variant")
                .containsKey("firstName");
        assertThat(columns("column_named_campaign_only")).containsOnlyKeys("campaign");
    }

    private static SequencedMap<String, String> columns(String shape) {
        return LeadColumns.of(List.of(new LeadColumns.Delivery(Payloads.ARRIVAL, "e", shape(shape))));
    }
}
