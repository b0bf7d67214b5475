package io.salesbrain.query.instantly;

import io.salesbrain.instantly.InstantlyApp;
import io.salesbrain.query.QueryApp;

/** Tells whoever watches what rules did. */
public final class RuleNews {
    private RuleNews() {}

    public static void follow(InstantlyApp instantly, QueryApp query) {
        instantly.rules().tell(action -> query.tellRuleAction(action.organizationId(), RuleActionView.of(action)));
    }
}
