package io.salesbrain.ingest.instantly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.EventId;
import io.salesbrain.events.EventType;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.StepVariant;
import io.salesbrain.ingest.body.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence of how a payload is read, as a case. */
class DialectTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Instant ARRIVAL = Instant.parse("2026-03-04T12:00:00.000Z");

    private static Reading<Event> read(String json) {
        return InstantlyPayload.read(Bytes.of(json.getBytes(StandardCharsets.UTF_8)))
                .then(payload -> Dialect.identify(payload, _ -> ACME))
                .then(identified -> Dialect.normalise(identified, ARRIVAL));
    }

    private static Event good(String json) {
        return switch (read(json)) {
            case Reading.Good<Event>(var event) -> event;
            case Reading.Rejected<Event> rejected -> throw new AssertionError(json + " was rejected: " + rejected);
        };
    }

    private static QuarantineReason rejected(String json) {
        return switch (read(json)) {
            case Reading.Good<Event>(var event) -> throw new AssertionError(json + " was read as " + event);
            case Reading.Rejected<Event> rejected -> rejected.reason();
        };
    }

    private static ObjectNode base(String eventType) {
        return Json.MAPPER
                .createObjectNode()
                .put("event_type", eventType)
                .put("timestamp", "2026-03-04T05:06:07.089Z")
                .put("campaign_id", "c1")
                .put("lead_email", "anna@example.com")
                .put("email_account", "sender@example.com");
    }

    /** A sound event with one member replaced by some JSON; null leaves the member out. */
    private static String with(String eventType, String member, @Nullable String value) {
        var event = base(eventType);
        event.remove(member);
        var text = event.toString();
        return value == null ? text : text.substring(0, text.length() - 1) + ",\"" + member + "\":" + value + "}";
    }

    // ---- event_type

    static Stream<Object[]> acceptedNames() {
        return Stream.of(EventType.values())
                .filter(type -> type != EventType.CUSTOM)
                .flatMap(type -> type.acceptedNames().stream().map(name -> new Object[] {name, type}));
    }

    @ParameterizedTest
    @MethodSource("acceptedNames")
    void everyAcceptedNameIsReadTrimmedAndInAnyCase(String name, EventType type) {
        for (var asSent : List.of(name, "  " + name + "\\t", name.toUpperCase(Locale.ROOT), "\\u00a0" + name)) {
            assertThat(good(with("x", "event_type", "\"" + asSent + "\"")).type())
                    .isEqualTo(type);
        }
    }

    @Test
    void anotherNameIsCustomAndKeptAsSent() {
        var event = good(with("x", "event_type", "\" Wants A Demo \""));
        assertThat(event.type()).isEqualTo(EventType.CUSTOM);
        assertThat(event.name()).isEqualTo("Wants A Demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "\"\\u00a0\\u2003\"", "7", "null", "true", "[\"email_sent\"]", "{}"})
    void noStringOrABlankOneIsNoEventType(String value) {
        assertThat(rejected(with("x", "event_type", value))).isEqualTo(QuarantineReason.MISSING_EVENT_TYPE);
    }

    @Test
    void aMissingEventTypeIsRejected() {
        assertThat(rejected(with("x", "event_type", null))).isEqualTo(QuarantineReason.MISSING_EVENT_TYPE);
        assertThat(rejected("{}")).isEqualTo(QuarantineReason.MISSING_EVENT_TYPE);
    }

    // ---- timestamp

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07Z, 2026-03-04T05:06:07.000Z",
        "2026-03-04t05:06:07z, 2026-03-04T05:06:07.000Z",
        "2026-03-04T05:06:07.1Z, 2026-03-04T05:06:07.100Z",
        "2026-03-04T05:06:07.123999999999Z, 2026-03-04T05:06:07.123Z",
        "2026-03-04T05:06:07+01:00, 2026-03-04T04:06:07.000Z",
        "2026-03-04T05:06:07-23:59, 2026-03-05T05:05:07.000Z",
        "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z"
    })
    void timestampsAreRfc3339CutToMilliseconds(String asSent, String instant) {
        var sentAt = Instant.parse(instant);
        var event = good(with("email_sent", "timestamp", "\"" + asSent + "\""));
        assertThat(event.sentAt()).isEqualTo(sentAt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-03-04T05:06:07\"",
                "\"2026-03-04 05:06:07Z\"",
                "\" 2026-03-04T05:06:07Z\"",
                "\"2026-03-04T05:06:07Z \"",
                "\"2026-03-04T05:06:60Z\"",
                "\"2026-03-04T24:00:00Z\"",
                "\"2026-02-29T05:06:07Z\"",
                "\"2026-03-04T05:06Z\"",
                "\"2026-03-04T05:06:07.Z\"",
                "\"2026-03-04T05:06:07,5Z\"",
                "\"2026-03-04T05:06:07+0100\"",
                "\"2026-03-04T05:06:07+24:00\"",
                "\"2026-03-04T05:06:07+01:60\"",
                "\"2026-03-04\"",
                "\"\"",
                "1772600767000",
                "null",
                "{}"
            })
    void anythingElseIsNoTimestamp(String value) {
        assertThat(rejected(with("email_sent", "timestamp", value))).isEqualTo(QuarantineReason.UNREADABLE_TIMESTAMP);
        assertThat(rejected(with("my label", "timestamp", value))).isEqualTo(QuarantineReason.UNREADABLE_TIMESTAMP);
    }

    @Test
    void moreThanFiveMinutesAheadIsClampedToArrival() {
        var atTheLimit = good(with("email_sent", "timestamp", "\"2026-03-04T12:05:00.000Z\""));
        assertThat(atTheLimit.flags()).isEmpty();
        assertThat(atTheLimit.at()).isEqualTo("2026-03-04T12:05:00Z");

        var beyond = good(with("email_sent", "timestamp", "\"2026-03-04T12:05:00.001Z\""));
        assertThat(beyond.flags()).containsExactly(EventFlag.CLAMPED);
        assertThat(beyond.at()).isEqualTo(ARRIVAL);
        assertThat(beyond.sentAt()).isEqualTo("2026-03-04T12:05:00.001Z");
        assertThat(beyond.receivedAt()).isEqualTo(ARRIVAL);
        assertThat(beyond.eventId()).isNotEqualTo(atTheLimit.eventId());
    }

    // ---- lead e-mail and account

    @ParameterizedTest
    @CsvSource({
        "' Anna@Example.COM ', anna@example.com",
        "Anna B <Anna@Example.com>, anna@example.com",
        "\\u00a0anna@example.com\\u200b, anna@example.com",
        "\\ufeffanna@example.com\\ud800, anna@example.com",
        "anna@example.com., anna@example.com",
        "anne\\u0301@example.com, ann\u00e9@example.com"
    })
    void leadEmailsAreNormalised(String asSent, String address) {
        assertThat(good(with("email_sent", "lead_email", "\"" + asSent + "\"")).leadEmail())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"anna\"",
                "\"@example.com\"",
                "\"anna@example\"",
                "\"anna@.example\"",
                "\"an na@example.com\"",
                "\"an\\u200bna@example.com\"",
                "\"an\\u0007na@example.com\"",
                "\"a@b@example.com\"",
                "\"anna@[127.0.0.1]\"",
                "null",
                "7",
                "[\"anna@example.com\"]"
            })
    void withoutAUsableLeadEmailTheOtherFieldIsUsed(String value) {
        var json = with("email_sent", "lead_email", value);
        assertThat(rejected(json)).isEqualTo(QuarantineReason.MISSING_LEAD_EMAIL);
        var withOther = json.substring(0, json.length() - 1) + ",\"email\":\"Other@Example.com\"}";
        assertThat(good(withOther).leadEmail()).isEqualTo("other@example.com");
    }

    @Test
    void leadEmailGoesBeforeEmail() {
        assertThat(good(with("email_sent", "email", "\"other@example.com\"")).leadEmail())
                .isEqualTo("anna@example.com");
        assertThat(rejected(with("email_sent", "lead_email", null))).isEqualTo(QuarantineReason.MISSING_LEAD_EMAIL);
        var longest = "a".repeat(254 - "@example.com".length()) + "@example.com";
        assertThat(good(with("email_sent", "lead_email", "\"" + longest + "\"")).leadEmail())
                .isEqualTo(longest);
        assertThat(rejected(with("email_sent", "lead_email", "\"a" + longest + "\"")))
                .isEqualTo(QuarantineReason.MISSING_LEAD_EMAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"no address\"", "7", "null", "\"\""})
    void anAccountThatIsNoAddressIsMissing(String value) {
        assertThat(good(with("email_sent", "email_account", value)).account()).isEmpty();
        assertThat(rejected(with("account_error", "email_account", value)))
                .isEqualTo(QuarantineReason.MISSING_EMAIL_ACCOUNT);
    }

    @Test
    void anAccountIsLowerCasedAndTrimmed() {
        assertThat(good(with("email_sent", "email_account", "\" Sender@Example.com\""))
                        .account())
                .isEqualTo("sender@example.com");
    }

    // ---- who needs what

    @ParameterizedTest
    @EnumSource(EventType.class)
    void eachTypeNeedsWhatItConcerns(EventType type) {
        var name = type == EventType.CUSTOM ? "my label" : type.label();
        boolean needsCampaign = name.startsWith("campaign_");
        boolean needsAccount = name.startsWith("account_");
        boolean needsLead = !needsCampaign && !needsAccount && type != EventType.CUSTOM;
        var missing = Arrays.asList(
                needsLead ? QuarantineReason.MISSING_LEAD_EMAIL : null,
                needsCampaign ? QuarantineReason.MISSING_CAMPAIGN_ID : null,
                needsAccount ? QuarantineReason.MISSING_EMAIL_ACCOUNT : null);
        var members = List.of("lead_email", "campaign_id", "email_account");
        for (int i = 0; i < members.size(); i++) {
            var json = with(name, members.get(i), null);
            var reason = missing.get(i);
            if (reason == null) {
                assertThat(good(json).type()).isEqualTo(type);
            } else {
                assertThat(rejected(json)).isEqualTo(reason);
            }
        }
    }

    // ---- ids

    @ParameterizedTest
    @CsvSource({
        "'\"  as sent \"', '  as sent '",
        "42, 42",
        "1.0, 1.0",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "-1e5, -1e5",
        "'\"\"', ''",
        "null, ''",
        "true, ''",
        "{}, ''"
    })
    void idsAreStringsAsSentAndNumbersByTheirDigits(String value, String id) {
        assertThat(good(with("email_sent", "campaign_id", value)).campaignId()).isEqualTo(id);
        assertThat(good(with("email_sent", "workspace", value)).workspace()).isEqualTo(id);
        assertThat(good(with("email_sent", "email_id", value)).emailId()).isEqualTo(id);
        if (id.isEmpty()) {
            assertThat(rejected(with("campaign_paused", "campaign_id", value)))
                    .isEqualTo(QuarantineReason.MISSING_CAMPAIGN_ID);
        }
    }

    // ---- step and variant

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "9999, 9999",
        "10000, 0",
        "0, 0",
        "-1, 0",
        "-0, 0",
        "1.0, 1",
        "1.5, 0",
        "2e0, 2",
        "0.2e1, 2",
        "20e-1, 2",
        "1e4, 0",
        "1e999999999, 0",
        "1e99999999999, 0",
        "1e-999999999, 0",
        "'\"1\"', 1",
        "'\" 2\\u00a0\"', 2",
        "'\"007\"', 7",
        "'\"0\"', 0",
        "'\"00000000000000000003\"', 3",
        "'\"10000\"', 0",
        "'\"99999999999999999999\"', 0",
        "'\"1.0\"', 0",
        "'\"+1\"', 0",
        "'\"-1\"', 0",
        "'\"\u0661\"', 0",
        "'\"one\"', 0",
        "'\"\"', 0",
        "null, 0",
        "true, 0",
        "[1], 0",
        "{}, 0"
    })
    void stepsAndVariantsArePositiveIntegersOrUnknown(String value, int number) {
        assertThat(good(with("email_sent", "step", value)).step()).isEqualTo(new StepVariant(0, number, 0));
        assertThat(good(with("email_sent", "variant", value)).step()).isEqualTo(new StepVariant(0, 0, number));
    }

    @ParameterizedTest
    @CsvSource({
        "0_0_0, 0, 1, 1",
        "0_1_2, 0, 2, 3",
        "3_0_25, 3, 1, 26",
        "' 1_2_3 ', 1, 3, 4",
        "9999_9998_9998, 9999, 9999, 9999",
        "0_9999_0, 0, 0, 7",
        "10000_0_0, 0, 0, 7",
        "0_0_99999999999, 0, 0, 7",
        "0_0, 0, 0, 7",
        "0_0_0_0, 0, 0, 7",
        "a_b_c, 0, 0, 7",
        "0_-1_0, 0, 0, 7",
        "0 _0_0, 0, 0, 7"
    })
    void aTripleInStepWinsOverVariant(String step, int sequence, int stepNumber, int variant) {
        var json = with("email_sent", "step", "\"" + step + "\"");
        assertThat(good(json.substring(0, json.length() - 1) + ",\"variant\":7}")
                        .step())
                .isEqualTo(new StepVariant(sequence, stepNumber, variant));
    }

    @Test
    void aTripleBelongsInStepOnly() {
        assertThat(good(with("email_sent", "variant", "\"0_0_0\"")).step()).isEqualTo(StepVariant.UNKNOWN);
    }

    // ---- identity

    @Test
    void theSameEventWrittenInTwoWaysHasOneId() {
        var one = good("""
                {"event_type":"link_clicked","timestamp":"2026-03-04T05:06:07.089Z","workspace":"w","campaign_id":7,
                 "lead_email":"Anna@Example.com","email_account":"S@example.com","step":2,"variant":"1","x":1}""");
        var two = good("""
                {"event_type":" EMAIL_CLICKED","timestamp":"2026-03-04T06:06:07.0899+01:00","workspace":"w",
                 "campaign_id":"7","email":"Anna <anna@example.com>","email_account":"s@example.com",
                 "step":"0_1_0","reply_text":"other","is_first":true}""");
        assertThat(two.eventId()).isEqualTo(one.eventId());
    }

    @ParameterizedTest
    @CsvSource({
        "event_type, '\"email_opened\"'",
        "timestamp, '\"2026-03-04T05:06:07.090Z\"'",
        "workspace, '\"w\"'",
        "campaign_id, '\"c2\"'",
        "lead_email, '\"bert@example.com\"'",
        "email_account, null",
        "email_id, '\"e\"'",
        "step, 1",
        "variant, 1"
    })
    void everyPartOfTheIdentityCounts(String member, String value) {
        var plain = good(base("email_sent").toString()).eventId();
        assertThat(good(with("email_sent", member, value)).eventId()).isNotEqualTo(plain);
        assertThat(good(with("email_sent", "anything_else", value)).eventId()).isEqualTo(plain);
    }

    @Test
    void customEventsDifferByTheirNames() {
        var one = good(base("Label One").toString());
        assertThat(good(base(" Label One ").toString()).eventId()).isEqualTo(one.eventId());
        assertThat(good(base("label one").toString()).eventId()).isNotEqualTo(one.eventId());
    }

    // ---- replies and the rest

    @Test
    void onlyTheTwoReplyTypesCarryAReply() {
        for (var type : EventType.values()) {
            var json = with(type.label(), "reply_text", "\"Sounds good\"");
            boolean isReply = type == EventType.REPLY_RECEIVED || type == EventType.AUTO_REPLY_RECEIVED;
            assertThat(good(json).reply()).isEqualTo(isReply ? new ReplyContent("", "Sounds good", "", "") : null);
        }
    }

    @Test
    void unknownFieldsAreKeptInTheTextAsSent() throws JsonProcessingException {
        var json =
                "{ \"event_type\" : \"email_sent\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"lead_email\":\"a@example.com\","
                        + "\"Firma \\u00dc\":{\"deep\":[1.50,null]},\"big\":" + "9".repeat(5000) + ",\""
                        + "k".repeat(60_000) + "\":1}";
        var event = good(json);
        assertThat(event.raw()).isEqualTo(json);
        var stored = Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(event), Event.class);
        assertThat(stored).isEqualTo(event);
    }

    @Test
    void whatIsStoredHasTheIdentityItWasGivenAnIdFor() {
        var event = good(with("my \ud83d\ude00 \\ud800", "campaign_id", "\"c\\udfff\""));
        assertThat(EventId.of(ACME, event.identity())).isEqualTo(event.eventId());
        assertThat(event.campaignId()).isEqualTo("c\uFFFD");
    }
}
