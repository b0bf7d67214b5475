package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What holds for an organization. */
@Says("From which rates on an organization is warned; fractions of the e-mails sent.")
record AlertSettingsView(
        @Says("Bounces: not to be exceeded.") double bounceRateWarning,
        @Says("Bounces: sending is to be stopped.") double bounceRateCritical,
        @Says("Spam reports: not to be exceeded.") double spamRateWarning,
        @Says("Spam reports: sending is to be stopped.") double spamRateCritical,
        @Says("Unsubscribes: not to be exceeded.") double unsubscribeRateWarning,
        @Says("Unsubscribes: sending is to be stopped.") double unsubscribeRateCritical,

        @Says("Whether an account that has sent all it may today is an alert.")
        boolean dailyLimit,

        @Says("Whether nothing was changed.") @JsonProperty("is_default")
        boolean isDefault,

        @Says("Null while nothing was.") @Nullable Instant changedAt) {}
