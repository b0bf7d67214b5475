package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.Money;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Known;
import io.salesbrain.query.api.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of a report as the API shows it. */
@Says("What one campaign, mailbox, step or organization cost and brought.")
record RoiView(
        @Says("Of an organization; else left out.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        OrganizationId organizationId,

        @Says("Of a campaign or a step; else left out.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String campaignId,

        @Says("Of a mailbox; else left out.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String accountId,

        @Says("Of a step in a subsequence; else left out.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Integer sequence,

        @Says("Of a step, from 1, null where unknown; else left out.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Known<Integer> step,

        @Says("Of a step, from 1, null where unknown; else left out.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Known<Integer> variant,

        @Says("In the period.") long emailsSent,
        @Says("First contacted in the period.") long leadsContacted,
        @Says("With a human reply in the period.") long leadsReplied,
        @Says("Leads with a positive reply in the period.") long positiveReplies,
        @Says("Meetings in the period.") long meetingsBooked,
        @Says("Deals in which it has a share.") long deals,
        @Says("Costs of the period, by currency.") List<Money> cost,

        @Says("Its share of the deals closed in the period, by currency.")
        List<Money> revenue,

        @Says("Per currency with costs.") List<Return> roi,
        @Says("cost / leads_contacted.") List<Money> costPerLead,
        @Says("cost / positive_replies.") List<Money> costPerPositiveReply,
        @Says("cost / meetings_booked.") List<Money> costPerMeeting,
        @Says("cost / deals.") List<Money> costPerDeal,
        @Says("Leads with a positive reply in the period.") long opportunities,
        @Says("opportunities x opportunity_value.") List<Money> pipeline,
        @Says("From contact to deal.") List<Stage> funnel) {
    @Says("What came back per unit spent, in one currency.")
    record Return(
            @Says("A code of ISO 4217.") String currency,
            @Says("(revenue - cost) / cost.") double value) {}

    @Says("One stage of a funnel.")
    record Stage(
            @Says("Its name.") String stage,
            @Says("How many got there.") long number,

            @Says("As a share of those contacted; null where nobody was.") @Nullable
            Double ofContacted) {}
}
