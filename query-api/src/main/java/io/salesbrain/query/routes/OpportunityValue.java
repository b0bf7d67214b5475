package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.clickhouse.query.RoiReport;
import io.salesbrain.events.Money;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Parameters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one opportunity is worth.
 *
 * @param amounts one per currency; an opportunity is worth all of them together, not one or the other
 */
record OpportunityValue(List<Money> amounts) {
    private static final int DECIMALS = 4;

    /** As the caller says: {@code opportunity_value=1500&currency=EUR}. */
    static Optional<OpportunityValue> read(Context ctx) {
        var value = Parameters.text(ctx, "opportunity_value");
        var currency = Parameters.text(ctx, "currency");
        if (value.isEmpty() && currency.isEmpty()) {
            return Optional.empty();
        }
        var amount = value.filter(text -> text.matches("\\d{1,14}(\\.\\d{1,4})?"))
                .map(BigDecimal::new)
                .orElseThrow(() -> ApiException.badParameter(
                        "opportunity_value",
                        "opportunity_value is a decimal number such as 1500 or 149.90, and goes with currency."));
        return Optional.of(new OpportunityValue(List.of(new Money(amount, currency(currency)))));
    }

    private static String currency(Optional<String> text) {
        try {
            return Currency.getInstance(text.orElse("").toUpperCase(Locale.ROOT))
                    .getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw (ApiException) ApiException.badParameter("currency", "currency is a code of ISO 4217 such as EUR.")
                    .initCause(e);
        }
    }

    /** What a deal brought on average: of each currency its share in all deals, so that nothing is counted twice. */
    static OpportunityValue of(RoiReport report) {
        if (report.deals() == 0) {
            return new OpportunityValue(List.of());
        }
        return new OpportunityValue(report.closed().stream()
                .map(sum -> new Money(
                        sum.amount().divide(BigDecimal.valueOf(report.deals()), DECIMALS, RoundingMode.HALF_UP),
                        sum.currency()))
                .toList());
    }

    List<Money> times(long opportunities) {
        return amounts.stream()
                .map(one -> new Money(one.amount().multiply(BigDecimal.valueOf(opportunities)), one.currency()))
                .toList();
    }
}
