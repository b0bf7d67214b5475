package io.salesbrain.instantly.action;

import io.salesbrain.instantly.client.LeadsAdded;
import java.util.List;

/**
 * How far an import of leads is.
 *
 * @param state running, done or failed
 * @param leads how many are to be sent
 * @param added what Instantly made of those sent so far
 * @param problem why it failed; empty while it did not
 */
public record LeadImport(
        String id,
        String campaignId,
        String state,
        int leads,
        LeadsAdded added,
        List<CsvLeads.Rejected> rejectedLines,
        String problem) {
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";

    public LeadImport {
        rejectedLines = List.copyOf(rejectedLines);
    }

    LeadImport with(String newState, LeadsAdded newAdded, String newProblem) {
        return new LeadImport(id, campaignId, newState, leads, newAdded, rejectedLines, newProblem);
    }
}
