package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

/** A closed sale to a lead. */
public record Deal(
        OrganizationId organizationId,
        String dealId,
        String leadEmail,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant closedAt,
        Instant recordedAt)
        implements LedgerEntry {
    @Override
    public String entryId() {
        return dealId;
    }

    @Override
    public Instant countsAt() {
        return closedAt;
    }

    /** Decimals to which shares of it are rounded: those of its currency, or of the amount itself where it has more. */
    public int unitDecimals() {
        int ofCurrency = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return Math.max(ofCurrency, amount.stripTrailingZeros().scale());
    }
}
