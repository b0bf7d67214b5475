package io.salesbrain.query.routes;

import io.salesbrain.events.FollowUpReason;
import io.salesbrain.query.api.Says;
import org.jspecify.annotations.Nullable;

/** A text that is suggested. */
@Says("A text that is suggested for a follow-up.")
record TemplateView(
        @Says("Null for what comes with the program.") @Nullable
        String templateId,

        @Says("Whether it is the organization's own.") boolean own,

        @Says("The campaign it is for; null for all.") @Nullable
        String campaignId,

        @Says("What the follow-up follows from.") FollowUpReason reason,
        @Says("en or de.") String language,
        @Says("Null where none is suggested.") @Nullable String subject,
        @Says("With placeholders such as {{first_name}}.") String text) {}
