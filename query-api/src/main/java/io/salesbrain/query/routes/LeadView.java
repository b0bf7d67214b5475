package io.salesbrain.query.routes;

import com.fasterxml.jackson.databind.util.RawValue;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead as the API shows it. */
@Says("Everything about one lead.")
record LeadView(
        @Says("Lower case; its id.") String leadEmail,
        @Says("Where it stands.") LeadStatus status,

        @Says("Back from an absence, where its reply named a day.") @Nullable
        LocalDate returnDate,

        @Says("How the status came about, the oldest first.")
        List<StatusView> statusHistory,

        @Says("The plain sum of all points.") long points,

        @Says("What its signals are worth at the time asked for.")
        double score,

        @Says("Whether it is worth a call now.") boolean hot,

        @Says("Unsubscribed, complained, bounced, not interested or the wrong person: never hot.")
        boolean disqualified,

        @Says("After so many milliseconds a signal is worth half.")
        long halfLifeMs,

        @Says("Null where nothing was sent yet.") @Nullable Instant firstContactedAt,

        @Says("When it last did something; null where it has not.") @Nullable
        Instant lastSignalAt,

        @Says("The campaigns it is in.") List<String> campaignIds,

        @Says("What the score comes from; they and the folded ones add up to it.")
        List<ContributionView> contributions,

        @Says("Null where all are listed.") ContributionView.@Nullable Folded foldedContributions,

        @Says(
                "Whatever Instantly merged into the deliveries besides its own fields, by name; the latest value of each.")
        Map<String, RawValue> columns,

        @Says("What happened, in order of time; at most the latest 1,000.")
        List<EventView> timeline,

        @Says("What to do next; null where there is nothing.") @Nullable
        FollowUpView followUp,

        @Says("Its conversations, for the inbox.") List<String> threadIds) {}
