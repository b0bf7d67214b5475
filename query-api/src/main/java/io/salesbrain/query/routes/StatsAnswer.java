package io.salesbrain.query.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.health.AccountHealth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of the statistics: figures of a span as a whole, or day by day. */
final class StatsAnswer {
    private StatsAnswer() {}

    @Says("One day's figures; days are those of UTC.")
    @JsonPropertyOrder("day")
    record DayFigures(
            @Says("The day.") LocalDate day, @JsonUnwrapped Figures figures) {}

    @Says("The figures of one variant of one step.")
    @JsonPropertyOrder({"sequence", "step", "variant"})
    record StepFigures(
            @Says("The subsequence; left out in the main sequence.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Integer sequence,

            @Says("Which e-mail, from 1; null where unknown.") @Nullable
            Integer step,

            @Says("Which variant of it, from 1; null where unknown.") @Nullable
            Integer variant,

            @JsonUnwrapped Figures figures) {}

    /** Of an organization. */
    @Says("Figures of an organization, as a whole or, with group_by=day, by day.")
    sealed interface OrganizationStats {}

    @Says("Figures of an organization in a span.")
    @JsonPropertyOrder({"organization_id", "window", "figures"})
    record OrganizationTotals(
            @Says("Whose they are.") OrganizationId organizationId,
            @Says("24h, 7d, 30d or all.") String window,
            @JsonUnwrapped Figures figures,

            @Says("When the latest of it was counted; null where nothing was.") @Nullable
            Instant timestampLastUpdated,

            @Says("What each rate divides by what.") Map<String, RateDefinition> definitions)
            implements OrganizationStats {}

    @Says("Figures of an organization by day.")
    record OrganizationDays(
            @Says("Whose they are.") OrganizationId organizationId,
            @Says("24h, 7d, 30d or all.") String window,

            @Says("The days there is something of, in order.")
            List<DayFigures> items,

            @Says("When the latest of it was counted; null where nothing was.") @Nullable
            Instant timestampLastUpdated,

            @Says("What each rate divides by what.") Map<String, RateDefinition> definitions)
            implements OrganizationStats {}

    /** Of a campaign. */
    @Says("Figures of a campaign, as a whole or, with group_by=day, by day.")
    sealed interface CampaignStats {}

    @Says("Figures of a campaign in a span.")
    @JsonPropertyOrder({"organization_id", "campaign_id", "campaign_name", "total_leads", "steps", "window", "figures"})
    record CampaignTotals(
            @Says("Whose it is; null where several organizations have it in common.") @Nullable
            OrganizationId organizationId,

            @Says("Instantly's id of it.") String campaignId,
            @Says("Null where it is not known.") @Nullable String campaignName,
            @Says("The same as leads_contacted.") long totalLeads,

            @Says("The steps and variants there is something of.")
            List<StepFigures> steps,

            @Says("24h, 7d, 30d or all.") String window,
            @JsonUnwrapped Figures figures,

            @Says("When the latest of it was counted; null where nothing was.") @Nullable
            Instant timestampLastUpdated,

            @Says("What each rate divides by what.") Map<String, RateDefinition> definitions)
            implements CampaignStats {}

    @Says("Figures of a campaign by day.")
    record CampaignDays(
            @Says("Whose it is; null where several organizations have it in common.") @Nullable
            OrganizationId organizationId,

            @Says("Instantly's id of it.") String campaignId,
            @Says("Null where it is not known.") @Nullable String campaignName,
            @Says("24h, 7d, 30d or all.") String window,

            @Says("The days there is something of, in order.")
            List<DayFigures> items,

            @Says("When the latest of it was counted; null where nothing was.") @Nullable
            Instant timestampLastUpdated,

            @Says("What each rate divides by what.") Map<String, RateDefinition> definitions)
            implements CampaignStats {}

    /** Of a mailbox. */
    @Says("Figures of a mailbox, as a whole or, with group_by=day, by day.")
    sealed interface AccountStats {}

    @Says("Figures of a mailbox in a span.")
    @JsonPropertyOrder({"organization_id", "account", "health", "window", "figures"})
    record AccountTotals(
            @Says("Whose it is; null where several organizations have it in common.") @Nullable
            OrganizationId organizationId,

            @JsonUnwrapped AccountView account,
            @Says("How well it is.") AccountHealth health,
            @Says("24h, 7d, 30d or all.") String window,
            @JsonUnwrapped Figures figures,

            @Says("When the latest of it was counted; null where nothing was.") @Nullable
            Instant timestampLastUpdated,

            @Says("What each rate divides by what.") Map<String, RateDefinition> definitions)
            implements AccountStats {}

    @Says("Figures of a mailbox by day.")
    @JsonPropertyOrder({"organization_id", "account"})
    record AccountDays(
            @Says("Whose it is; null where several organizations have it in common.") @Nullable
            OrganizationId organizationId,

            @JsonUnwrapped AccountView account,
            @Says("How well it is.") AccountHealth health,
            @Says("24h, 7d, 30d or all.") String window,

            @Says("The days there is something of, in order.")
            List<DayFigures> items,

            @Says("When the latest of it was counted; null where nothing was.") @Nullable
            Instant timestampLastUpdated,

            @Says("What each rate divides by what.") Map<String, RateDefinition> definitions)
            implements AccountStats {}

    @Says("A campaign in a list.")
    @JsonPropertyOrder({
        "organization_id",
        "campaign_id",
        "campaign_name",
        "status",
        "daily_limit",
        "total_leads",
        "figures"
    })
    record CampaignLine(
            @Says("Whose it is.") OrganizationId organizationId,
            @Says("Instantly's id of it.") String campaignId,
            @Says("Null where it is not known.") @Nullable String campaignName,

            @Says("Instantly's word for its state; null where no sync saw it.") @Nullable
            String status,

            @Says("How many e-mails a day it sends; null where no sync saw it, or without one.") @Nullable
            Integer dailyLimit,

            @Says("The same as leads_contacted.") long totalLeads,
            @JsonUnwrapped Figures figures,

            @Says("When the latest of it was counted; null where nothing was.") @Nullable
            Instant timestampLastUpdated) {}

    @Says("A page of campaigns with their figures.")
    record Campaigns(
            @Says("By organization and id.") List<CampaignLine> items,

            @Says("Goes into starting_after for the next page; null on the last one.") @Nullable
            String nextStartingAfter,

            @Says("What each rate divides by what.") Map<String, RateDefinition> definitions) {}

    @Says("A mailbox in a list.")
    @JsonPropertyOrder({"organization_id", "account", "health", "figures"})
    record AccountLine(
            @Says("Whose it is.") OrganizationId organizationId,
            @JsonUnwrapped AccountView account,
            @Says("How well it is.") AccountHealth health,
            @JsonUnwrapped Figures figures,

            @Says("When the latest of it was counted; null where nothing was.") @Nullable
            Instant timestampLastUpdated) {}

    @Says("A page of mailboxes with their figures.")
    record Accounts(
            @Says("By organization and address.") List<AccountLine> items,

            @Says("Goes into starting_after for the next page; null on the last one.") @Nullable
            String nextStartingAfter,

            @Says("What each rate divides by what.") Map<String, RateDefinition> definitions) {}
}
