package io.salesbrain.query.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Metric;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountHealthTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void aCleanAccountAndAnUnknownOneMaySendAll() {
        for (var counts : List.of(counts(0, 0), counts(2_000, 20))) {
            var health = AccountHealth.of(counts, List.of());
            assertThat(health.score()).isEqualTo(100);
            assertThat(health.recommendedShare()).isEqualTo(1);
            assertThat(health.reasons()).isEmpty();
        }
    }

    @Test
    void twoBouncesOfTenDoNotCondemn() {
        assertThat(AccountHealth.of(counts(10, 2), List.of()).score()).isGreaterThan(90);
        assertThat(AccountHealth.of(counts(1_000, 200), List.of()).score()).isEqualTo(60);
    }

    @Test
    void everyPointLostHasItsReason() {
        var health = AccountHealth.of(counts(1_000, 60), List.of(alert(AlertKind.OPEN_RATE_DROP, AlertLevel.CRITICAL)));

        assertThat(health.reasons())
                .extracting(AccountHealth.Reason::cause)
                .containsExactly("bounce_rate", "open_rate_drop");
        int lost =
                health.reasons().stream().mapToInt(AccountHealth.Reason::points).sum();
        assertThat(health.score()).isEqualTo(100 - lost);
        assertThat(health.recommendedShare()).isBetween(0.2, 0.8);
    }

    @Test
    void aSuspendedAccountSendsNothing() {
        var health = AccountHealth.of(counts(500, 0), List.of(alert(AlertKind.ACCOUNT_SUSPENDED, AlertLevel.CRITICAL)));

        assertThat(health.score()).isZero();
        assertThat(health.recommendedShare()).isZero();
    }

    private static Counts counts(long sent, long bounced) {
        var counts = Counts.zero();
        Map.of(Metric.EMAILS_SENT, sent, Metric.COHORT_EMAILS_BOUNCED, bounced).forEach(counts::add);
        return counts;
    }

    private static Alert alert(AlertKind kind, AlertLevel level) {
        return new Alert(
                new OrganizationId("acme"),
                "a",
                kind,
                level,
                "box@acme.example",
                "",
                NOW,
                NOW,
                null,
                null,
                null,
                null,
                1,
                null);
    }
}
