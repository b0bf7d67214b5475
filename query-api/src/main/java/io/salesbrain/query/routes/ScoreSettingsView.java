package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.salesbrain.query.api.Says;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What holds for an organization. */
@Says("How an organization's leads are scored.")
record ScoreSettingsView(
        @Says("For the first open of an e-mail.") int openPoints,
        @Says("For the first click in an e-mail.") int clickPoints,
        @Says("For each human reply that does not refuse.") int replyPoints,
        @Says("For the first meeting in a campaign.") int meetingPoints,
        @Says("After so many days a signal is worth half.") BigDecimal halfLifeDays,
        @Says("The share of leads that is hot, 0 to 1.") BigDecimal hotShare,

        @Says("A score under this is not hot, whatever the others have.")
        BigDecimal hotMinimum,

        @Says("Whether nothing was changed.") @JsonProperty("is_default")
        boolean isDefault,

        @Says("Null while nothing was.") @Nullable Instant changedAt) {}
