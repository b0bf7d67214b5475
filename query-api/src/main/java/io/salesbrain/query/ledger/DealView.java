package io.salesbrain.query.ledger;

import io.salesbrain.events.Deal;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deal as the API shows it. */
@Says("A closed sale to a lead.")
record DealView(
        @Says("The caller's id of it; sent again it takes the place of the earlier one.")
        String dealId,

        @Says("Whose it is.") OrganizationId organizationId,
        @Says("Who bought.") String leadEmail,
        @Says("A decimal number as text.") String amount,
        @Says("A code of ISO 4217.") String currency,
        @Says("When it was closed.") Instant closedAt,
        @Says("When it was written down here.") Instant recordedAt)
        implements Written {
    static DealView of(Deal deal) {
        return new DealView(
                deal.dealId(),
                deal.organizationId(),
                deal.leadEmail(),
                deal.amount().toPlainString(),
                deal.currency(),
                deal.closedAt(),
                deal.recordedAt());
    }

    /** A deal as it is sent. */
    @Says("A closed sale.")
    record DealSent(
            @Says("The caller's id of it; sent again it takes the place of the earlier one.") @Bounds
            String dealId,

            @Says("Who bought.") @Bounds(format = "email") String leadEmail,

            @Says("From 0 to 99999999999999 with at most 4 decimals, as text or as a number.") @Bounds
            String amount,

            @Says("A code of ISO 4217.") @Bounds String currency,

            @Says("When it was closed.") @Bounds(format = "date-time")
            String closedAt,

            @Says("Must be the request's own where it is there.") @Bounds @Nullable
            String organizationId)
            implements Sent {}
}
