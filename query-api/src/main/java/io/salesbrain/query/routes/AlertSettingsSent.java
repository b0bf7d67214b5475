package io.salesbrain.query.routes;

import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import org.jspecify.annotations.Nullable;

/** What is to change. */
@Says("What is to change; what is left out stays. Rates lie between 0 and 1, the critical one not below the other.")
record AlertSettingsSent(
        @Says("The rate of bounces from which on it is a warning; a number, or a text that is one.") @Nullable
        Object bounceRateWarning,

        @Says("From which on it is critical.") @Nullable Object bounceRateCritical,

        @Says("The rate of spam reports from which on it is a warning.") @Nullable
        Object spamRateWarning,

        @Says("From which on it is critical.") @Nullable Object spamRateCritical,

        @Says("The rate of unsubscribes from which on it is a warning.") @Nullable
        Object unsubscribeRateWarning,

        @Says("From which on it is critical.") @Nullable Object unsubscribeRateCritical,

        @Says("Whether an account that has sent all it may today is an alert.") @Nullable
        Boolean dailyLimit)
        implements Sent {}
