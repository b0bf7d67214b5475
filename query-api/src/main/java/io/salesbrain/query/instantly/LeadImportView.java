package io.salesbrain.query.instantly;

import io.salesbrain.instantly.action.CsvLeads;
import io.salesbrain.instantly.action.LeadImport;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far an import is. */
@Says("How far an import of leads is.")
record LeadImportView(
        @Says("Its id.") String importId,
        @Says("Where the leads go.") String campaignId,

        @Says("How it stands.") @Bounds(oneOf = {"running", "done", "failed"})
        String state,

        @Says("How many are to be sent.") int leads,
        @Says("Sent so far.") long sent,
        @Says("Of them, those Instantly took.") long uploaded,
        @Says("Of them, those it had.") long alreadyThere,
        @Says("Of them, those it refused.") long refused,
        @Says("Lines that are no usable lead.") List<RejectedLine> rejectedLines,

        @Says("Why it failed; null while it did not.") @Nullable
        String problem) {
    @Says("A line that is no lead.")
    record RejectedLine(
            @Says("Its number in the file.") int line,
            @Says("What is wrong.") String why) {}

    static LeadImportView of(LeadImport progress) {
        var added = progress.added();
        return new LeadImportView(
                progress.id(),
                progress.campaignId(),
                progress.state(),
                progress.leads(),
                added.sent(),
                added.uploaded(),
                added.skipped() + added.duplicates(),
                added.invalid() + added.incomplete() + added.blocked(),
                shown(progress.rejectedLines()),
                progress.problem().isEmpty() ? null : progress.problem());
    }

    static List<RejectedLine> shown(List<CsvLeads.Rejected> lines) {
        return lines.stream()
                .map(line -> new RejectedLine(line.line(), line.why()))
                .toList();
    }
}
