package io.salesbrain.instantly.client;

import java.math.BigDecimal;
import java.util.Optional;

/** The workspace a key opens. */
public record Workspace(String id, String name, Optional<BigDecimal> defaultOpportunityValue) {
    static Workspace of(Fields fields) {
        return new Workspace(fields.text("id"), fields.text("name"), fields.decimal("default_opportunity_value"));
    }
}
