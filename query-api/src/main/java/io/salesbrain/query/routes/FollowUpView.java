package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.FollowUpEnding;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A follow-up as the API shows it. */
@Says("Something to do next with a lead.")
public record FollowUpView(
        @Says("The same for as long as it is about the same e-mail, or the same return.")
        String followUpId,

        @Says("Whom to write to.") String leadEmail,

        @Says("Null after an absence, which concerns no campaign.") @Nullable
        String campaignId,

        @Says("Null where it is not known.") @Nullable String campaignName,
        @Says("Where it stands.") FollowUpState state,
        @Says("What it follows from.") FollowUpReason reason,
        @Says("The same in a sentence.") String why,
        @Says("When it is to be done.") Instant dueAt,
        @Says("When what it follows from was complete.") Instant createdAt,

        @Says("Back from an absence; left out where it is about none.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        LocalDate returnDate,

        @Says("What made it needless; left out where nothing did.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        FollowUpEnding cancelledBecause,

        @Says("When a person said done or dismissed.") @Nullable
        Instant decidedAt,

        @Says("Of the suggested text: en or de.") String language,
        @Says("Null where the template has none.") @Nullable String suggestedSubject,
        @Says("A text that could be sent, filled in.") String suggestedText) {}
