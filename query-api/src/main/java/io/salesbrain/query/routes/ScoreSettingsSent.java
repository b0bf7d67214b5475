package io.salesbrain.query.routes;

import io.salesbrain.events.ScoreSettings;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import org.jspecify.annotations.Nullable;

/** What is to change. */
@Says("What is to change; what is left out stays.")
record ScoreSettingsSent(
        @Says("For the first open of an e-mail.") @Bounds(least = 0, most = ScoreSettings.MOST_POINTS) @Nullable
        Integer openPoints,

        @Says("For the first click in an e-mail.") @Bounds(least = 0, most = ScoreSettings.MOST_POINTS) @Nullable
        Integer clickPoints,

        @Says("For each human reply that does not refuse.")
        @Bounds(least = 0, most = ScoreSettings.MOST_POINTS)
        @Nullable
        Integer replyPoints,

        @Says("For the first meeting in a campaign.") @Bounds(least = 0, most = ScoreSettings.MOST_POINTS) @Nullable
        Integer meetingPoints,

        @Says("After so many days a signal is worth half; a number, or a text that is one.") @Nullable
        Object halfLifeDays,

        @Says("The share of leads that is hot, above 0 and up to 1; a number, or a text that is one.") @Nullable
        Object hotShare,

        @Says("A score under this is not hot; a number, or a text that is one.") @Nullable
        Object hotMinimum)
        implements Sent {}
