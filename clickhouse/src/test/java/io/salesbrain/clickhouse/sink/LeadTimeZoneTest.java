package io.salesbrain.clickhouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTimeZoneTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"timezone\":\"Europe/Vienna\"}|Europe/Vienna",
                "{\"a\":{\"tz\":\"UTC\"},\"b\":[1],\"Time Zone\":\" America/New_York \"}|America/New_York",
                "{\"tz\":\"nowhere\",\"lead_timezone\":\"UTC+2\"}|UTC+02:00",
                "{\"timezone\":\"soon\"}|none",
                "{\"timezone\":7}|none",
                "{\"other\":\"Europe/Vienna\"}|none",
                "[\"timezone\"]|none",
                "{\"timezone\":|none"
            })
    void isReadFromALeadsColumns(String raw, String expected) {
        assertThat(LeadTimeZone.in(raw).map(Object::toString).orElse("none")).isEqualTo(expected);
    }
}
