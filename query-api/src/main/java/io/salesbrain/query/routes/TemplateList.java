package io.salesbrain.query.routes;

import io.salesbrain.query.api.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All templates at once. */
@Says("All texts, and what they may ask for.")
record TemplateList(
        @Says("The organization's own first.") List<TemplateView> items,

        @Says("Always null: the list is one page.") @Nullable
        String nextStartingAfter,

        @Says("The names of what can be filled in.") List<String> placeholders) {}
