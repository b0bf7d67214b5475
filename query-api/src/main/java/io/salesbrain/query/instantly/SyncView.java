package io.salesbrain.query.instantly;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the reports of syncs and audits hold; they are kept as they were answered. */
final class SyncView {
    private SyncView() {}

    @Says("What a sync saw and did.")
    record SyncReport(
            @Says("Whose workspace.") OrganizationId organizationId,
            @Says("When it began.") Instant startedAt,
            @Says("When it ended.") Instant finishedAt,
            @Says("Milliseconds, by part.") Map<String, Long> took,
            @Says("Campaigns, by what was made of them.") Map<String, Long> campaigns,
            @Says("Mailboxes, by what was made of them.") Map<String, Long> emailAccounts,
            @Says("Leads, by what was made of them.") Map<String, Long> leads,

            @Says("Events that were made from Instantly's state, by type.")
            Map<String, Long> syntheticEvents,

            @Says("What is other than at the last sync.") List<Change> changes,
            @Says("Further changes that are not listed.") long changesOmitted,

            @Says("What was done about events that did not arrive.")
            Map<String, Object> repair,

            @Says("What ended early, each in a sentence.") List<String> problems) {}

    @Says("Something that is other than before.")
    record Change(
            @Says("What it is.") String kind,
            @Says("Its id.") String id,
            @Says("Its name.") String name,
            @Says("What has changed.") String field,
            @Says("What it was.") Object from,
            @Says("What it is.") Object to) {}

    @Says("How complete our picture is.")
    record AuditReport(
            @Says("Whose workspace.") OrganizationId organizationId,
            @Says("When it was compared.") Instant comparedAt,

            @Says("The share of what Instantly has that we have too, 0 to 1; null where it has nothing.") @Nullable
            Double completeness,

            @Says("Whether much that arrived is still to be counted; then missing says little.")
            boolean countingIsBehind,

            @Says("By campaign.") List<CampaignAudit> items) {}

    @Says("How complete our picture of a campaign is.")
    record CampaignAudit(
            @Says("Instantly's id of it.") String campaignId,
            @Says("Its name.") String campaignName,

            @Says("The share of what Instantly has that we have too.") @Nullable
            Double completeness,

            @Says("By kind of event.") Map<String, ComparedCount> counts,

            @Says("Events that were found and taken; only where it was asked for.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Integer filled) {}

    @Says("Two counts of the same.")
    record ComparedCount(
            @Says("What Instantly says.") long instantly,
            @Says("What we have counted.") long ours,

            @Says("Why they may differ; left out where they do not.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String explanation) {}
}
