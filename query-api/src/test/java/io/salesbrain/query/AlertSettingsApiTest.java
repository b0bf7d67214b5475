package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlertSettingsApiTest {
    private final OwnSettings settings = OwnSettings.untouched("/api/settings/alerts");

    @Test
    void whatIsLeftOutStaysAndDeletingGoesBackToTheDefaults() {
        var defaults = settings.shown();
        assertThat(defaults.get("bounce_rate_warning").asDouble()).isEqualTo(0.02);
        assertThat(defaults.get("spam_rate_critical").asDouble()).isEqualTo(0.003);
        assertThat(defaults.get("daily_limit").asBoolean()).isTrue();
        assertThat(defaults.get("is_default").asBoolean()).isTrue();

        var put = settings.put("{\"bounce_rate_warning\":0.03,\"daily_limit\":false}");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        var own = settings.shown();
        assertThat(own.get("bounce_rate_warning").asDouble()).isEqualTo(0.03);
        assertThat(own.get("bounce_rate_critical").asDouble()).isEqualTo(0.05);
        assertThat(own.get("daily_limit").asBoolean()).isFalse();
        settings.assertNobodyElsesAndDeletable(defaults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bounce_rate_warning\":0}",
                "{\"bounce_rate_warning\":0.06}",
                "{\"spam_rate_critical\":1}",
                "{\"unsubscribe_rate_warning\":-0.1}",
                "{\"unsubscribe_rate_critical\":\"much\"}",
                "{\"daily_limit\":\"yes\"}"
            })
    void whatIsNoLevelIsRefused(String body) {
        assertThat(settings.put(body).statusCode()).isEqualTo(422);
        assertThat(settings.areDefault()).isTrue();
    }
}
