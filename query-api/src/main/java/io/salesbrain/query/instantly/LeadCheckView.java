package io.salesbrain.query.instantly;

import io.salesbrain.instantly.action.CsvLeads;
import io.salesbrain.query.api.Says;
import java.util.List;

/** What a file of leads holds. */
@Says("What there is in a file of leads.")
record LeadCheckView(
        @Says("How many would be sent.") int leads,
        @Says("Lines that are no usable lead.") List<LeadImportView.RejectedLine> rejectedLines) {
    static LeadCheckView of(CsvLeads file) {
        return new LeadCheckView(file.leads().size(), LeadImportView.shown(file.rejected()));
    }
}
