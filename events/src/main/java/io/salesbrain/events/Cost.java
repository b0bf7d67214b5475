package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money spent, on a campaign, on an account, or on neither: then on the organization as a whole. */
public record Cost(
        OrganizationId organizationId,
        String costId,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        String currency,
        Instant incurredAt,
        @Nullable String campaignId,
        @Nullable String account,
        Instant recordedAt)
        implements LedgerEntry {
    @Override
    public String entryId() {
        return costId;
    }

    @Override
    public Instant countsAt() {
        return incurredAt;
    }
}
