package io.salesbrain.ingest.instantly;

import static io.salesbrain.ingest.instantly.Payloads.good;
import static io.salesbrain.ingest.instantly.Payloads.rejected;
import static io.salesbrain.ingest.instantly.Payloads.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.EventType;
import io.salesbrain.events.QuarantineReason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kind of event a payload is, and what each kind must name. */
class EventTypesTest {
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
}
