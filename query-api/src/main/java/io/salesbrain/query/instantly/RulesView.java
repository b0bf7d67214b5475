package io.salesbrain.query.instantly;

import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organization's rules. */
@Says("What is paused at Instantly by itself.")
record RulesView(
        @Says("All of them.") List<RuleView> rules,

        @Says("Whether there is a connection to Instantly; without one rules do nothing.")
        boolean connected,

        @Says("What keeps them from acting, in a sentence; null for nothing.") @Nullable
        String missing,

        @Says("When they were last changed; null if never.") @Nullable
        Instant changedAt) {}
