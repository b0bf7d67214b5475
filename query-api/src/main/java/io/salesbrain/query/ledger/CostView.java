package io.salesbrain.query.ledger;

import io.salesbrain.events.Cost;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A cost as the API shows it. */
@Says("Money spent, on a campaign, on a mailbox, or on neither: then on the organization as a whole.")
record CostView(
        @Says("The caller's id of it; sent again it takes the place of the earlier one.")
        String costId,

        @Says("Whose it is.") OrganizationId organizationId,
        @Says("A decimal number as text.") String amount,
        @Says("A code of ISO 4217.") String currency,
        @Says("When it was spent.") Instant incurredAt,
        @Says("The campaign it is on, if any.") @Nullable String campaignId,
        @Says("The mailbox it is on, if any.") @Nullable String account,
        @Says("When it was written down here.") Instant recordedAt)
        implements Written {
    static CostView of(Cost cost) {
        return new CostView(
                cost.costId(),
                cost.organizationId(),
                cost.amount().toPlainString(),
                cost.currency(),
                cost.incurredAt(),
                cost.campaignId(),
                cost.account(),
                cost.recordedAt());
    }

    /** A cost as it is sent. */
    @Says("Money spent.")
    record CostSent(
            @Says("The caller's id of it; sent again it takes the place of the earlier one.") @Bounds
            String costId,

            @Says("From 0 to 99999999999999 with at most 4 decimals, as text or as a number.") @Bounds
            String amount,

            @Says("A code of ISO 4217.") @Bounds String currency,

            @Says("When it was spent.") @Bounds(format = "date-time")
            String incurredAt,

            @Says("The campaign it is on.") @Bounds @Nullable
            String campaignId,

            @Says("The mailbox it is on; not together with campaign_id.") @Bounds @Nullable
            String account,

            @Says("Must be the request's own where it is there.") @Bounds @Nullable
            String organizationId)
            implements Sent {}
}
