package io.salesbrain.query.ledger;

import io.salesbrain.clickhouse.query.LedgerTable;
import io.salesbrain.events.Cost;
import io.salesbrain.events.Deal;
import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of money there are. */
final class LedgerKinds {
    static final LedgerKind<Cost> COSTS = new LedgerKind<>(
            "cost",
            Topics.COSTS,
            LedgerTable.COSTS,
            List.of("cost_id", "amount", "currency", "incurred_at", "campaign_id", "account", "organization_id"),
            Map.of("campaign_id", Cost::campaignId, "account", Cost::account),
            LedgerKinds::cost,
            CostView::of);

    static final LedgerKind<Deal> DEALS = new LedgerKind<>(
            "deal",
            Topics.DEALS,
            LedgerTable.DEALS,
            List.of("deal_id", "lead_email", "amount", "currency", "closed_at", "organization_id"),
            Map.of("lead_email", Deal::leadEmail),
            LedgerKinds::deal,
            DealView::of);

    private static final BigDecimal MAX_AMOUNT = new BigDecimal("99999999999999");
    private static final int MAX_DECIMALS = 4;
    private static final int MIN_DECIMALS = 2;

    private LedgerKinds() {}

    private static Cost cost(Body body, OrganizationId organization, Instant recordedAt) {
        var campaign = body.optionalText("campaign_id");
        var account = body.optionalText("account").map(text -> address("account", text));
        if (campaign.isPresent() && account.isPresent()) {
            throw ApiException.badField("account", "A cost is on a campaign or on an account, not on both.");
        }
        return new Cost(
                organization,
                body.text("cost_id"),
                amount(body.decimal("amount")),
                currency(body.text("currency")),
                body.time("incurred_at"),
                campaign.orElse(null),
                account.orElse(null),
                recordedAt);
    }

    private static Deal deal(Body body, OrganizationId organization, Instant recordedAt) {
        return new Deal(
                organization,
                body.text("deal_id"),
                address("lead_email", body.text("lead_email")),
                amount(body.decimal("amount")),
                currency(body.text("currency")),
                body.time("closed_at"),
                recordedAt);
    }

    private static String address(String field, String text) {
        return EmailAddress.parse(text)
                .orElseThrow(() -> ApiException.badField(field, field + " is an e-mail address."));
    }

    private static BigDecimal amount(BigDecimal amount) {
        if (amount.signum() < 0 || amount.compareTo(MAX_AMOUNT) > 0) {
            throw ApiException.badField("amount", "amount lies between 0 and " + MAX_AMOUNT + ".");
        }
        var stripped = amount.stripTrailingZeros();
        if (stripped.scale() > MAX_DECIMALS) {
            throw ApiException.badField("amount", "amount has at most " + MAX_DECIMALS + " decimals.");
        }
        return stripped.scale() < MIN_DECIMALS ? stripped.setScale(MIN_DECIMALS) : stripped;
    }

    private static String currency(String text) {
        var code = text.toUpperCase(Locale.ROOT);
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw (ApiException) ApiException.badField("currency", "currency is a code of ISO 4217 such as EUR.")
                    .initCause(e);
        }
    }
}
