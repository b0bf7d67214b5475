package io.salesbrain.ingest.instantly;

import static io.salesbrain.ingest.instantly.Payloads.base;
import static io.salesbrain.ingest.instantly.Payloads.good;
import static io.salesbrain.ingest.instantly.Payloads.rejected;
import static io.salesbrain.ingest.instantly.Payloads.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.QuarantineReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes an event that event. */
class IdentityTest {
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
}
