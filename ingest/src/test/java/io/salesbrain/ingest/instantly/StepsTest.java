package io.salesbrain.ingest.instantly;

import static io.salesbrain.ingest.instantly.Payloads.good;
import static io.salesbrain.ingest.instantly.Payloads.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.StepVariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which e-mail and variant, however it is written. */
class StepsTest {
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
}
