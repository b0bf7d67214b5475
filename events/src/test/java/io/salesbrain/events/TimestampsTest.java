package io.salesbrain.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07Z, 2026-03-04T05:06:07.000Z",
        "2024-02-29t23:59:59.9z, 2024-02-29T23:59:59.900Z",
        "2026-03-04T05:06:07.0009+00:00, 2026-03-04T05:06:07.000Z",
        "2026-03-04T05:06:07-00:00, 2026-03-04T05:06:07.000Z",
        "2026-03-04T05:06:07+23:59, 2026-03-03T05:07:07.000Z",
        "2026-03-04T05:06:07-18:01, 2026-03-04T23:07:07.000Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
    })
    void readsRfc3339(String text, String written) {
        assertThat(Timestamps.parse(text)).map(Timestamps::format).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-04",
                "2026-03-04T05:06:07",
                "2026-03-04 05:06:07Z",
                " 2026-03-04T05:06:07Z",
                "2026-03-04T05:06:07Z\n",
                "2026-13-04T05:06:07Z",
                "2026-02-30T05:06:07Z",
                "2026-03-04T24:00:00Z",
                "2026-03-04T05:60:07Z",
                "2026-03-04T05:06:60Z",
                "2026-03-04T05:06:07.Z",
                "2026-03-04T05:06:07+24:00",
                "2026-03-04T05:06:07+1:00",
                "2026-03-04T05:06:07+0100",
                "+2026-03-04T05:06:07Z",
                "\u0662026-03-04T05:06:07Z",
                "9999-12-31T23:59:59-00:01",
                "0000-01-01T00:00:00+00:01"
            })
    void nothingElseIsReadable(String text) {
        assertThat(Timestamps.parse(text)).isEmpty();
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        long first = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
        long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        for (int i = 0; i < 10_000; i++) {
            var instant = Instant.ofEpochMilli(random.nextLong(first, last));
            assertThat(Timestamps.parse(Timestamps.format(instant)))
                    .as("seed %d", seed)
                    .contains(instant);
        }
    }
}
