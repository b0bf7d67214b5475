package io.salesbrain.ingest.instantly;

import static io.salesbrain.ingest.instantly.Payloads.good;
import static io.salesbrain.ingest.instantly.Payloads.rejected;
import static io.salesbrain.ingest.instantly.Payloads.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.QuarantineReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose event it is: the lead, and the mailbox that sent. */
class AddressesTest {
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
}
