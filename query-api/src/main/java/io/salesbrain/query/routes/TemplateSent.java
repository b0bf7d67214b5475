package io.salesbrain.query.routes;

import io.salesbrain.events.FollowUpReason;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import org.jspecify.annotations.Nullable;

/** A template as it is sent. */
@Says("A text of the organization's own.")
record TemplateSent(
        @Says("The campaign it is for; for all where it is left out.") @Bounds @Nullable
        String campaignId,

        @Says("What the follow-up follows from.") FollowUpReason reason,

        @Says("The language it is written in.") @Bounds(oneOf = {"en", "de"})
        String language,

        @Says("None is suggested where it is left out.") @Bounds @Nullable
        String subject,

        @Says("Up to 10,000 characters, with placeholders such as {{first_name}} or {{company|your team}}.")
        @Bounds(longest = 10_000)
        String text)
        implements Sent {}
