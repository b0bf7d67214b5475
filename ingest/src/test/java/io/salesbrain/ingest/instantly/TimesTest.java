package io.salesbrain.ingest.instantly;

import static io.salesbrain.ingest.instantly.Payloads.ARRIVAL;
import static io.salesbrain.ingest.instantly.Payloads.good;
import static io.salesbrain.ingest.instantly.Payloads.rejected;
import static io.salesbrain.ingest.instantly.Payloads.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.EventFlag;
import io.salesbrain.events.QuarantineReason;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an event happened, and what becomes of senders whose clocks are ahead. */
class TimesTest {
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
}
