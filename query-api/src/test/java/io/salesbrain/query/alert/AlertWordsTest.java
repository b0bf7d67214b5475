package io.salesbrain.query.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.AlertMeasure;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertWordsTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final AlertMeasure MEASURE =
            new AlertMeasure(22, 118, 0.45, 0.127, 0.266, 0.99999, Instant.parse("2026-02-27T08:00:00Z"), NOW);

    @Test
    void aFallIsToldInPlainWords() {
        assertThat(AlertWords.message(alert(AlertKind.OPEN_RATE_DROP, MEASURE), ""))
                .isEqualTo(
                        "Of the 118 people box@acme.example wrote to since 27 February, 22 opened an e-mail within"
                                + " three days: 19 %, where 45 % is usual; it is more than 99.9 % sure that this is no chance.");
    }

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void everyKindHasATitleAMessageAndAnAdvice(AlertKind kind) {
        var alert = alert(kind, MEASURE);
        assertThat(AlertWords.title(alert, "")).endsWith("box@acme.example");
        assertThat(AlertWords.message(alert, "")).contains("box@acme.example").endsWith(".");
        assertThat(AlertWords.advice(alert)).endsWith(".");
        assertThat(AlertWords.message(alert(kind, null), ""))
                .contains("box@acme.example")
                .endsWith(".");
    }

    private static Alert alert(AlertKind kind, @Nullable AlertMeasure measure) {
        return new Alert(
                new OrganizationId("acme"),
                "a",
                kind,
                AlertLevel.WARNING,
                "box@acme.example",
                "",
                NOW,
                NOW,
                null,
                null,
                null,
                measure,
                1,
                null);
    }
}
