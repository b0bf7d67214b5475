package io.salesbrain.scoring.topology;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateKey;
import io.salesbrain.scoring.hot.StandingChange;
import io.salesbrain.scoring.lead.CountTable;
import io.salesbrain.scoring.lead.History;
import io.salesbrain.scoring.lead.LeadFacts;
import io.salesbrain.scoring.lead.Memory;
import io.salesbrain.scoring.topology.RecentLeads.Recent;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends on what a change in a lead's memory means: its new state and place in the order, what it changes in the counts
 * and in what is to be done next.
 */
final class LeadResults {
    private final ProcessorContext<String, LeadOutput> context;
    private final TaskSettings settings;
    private final PendingRates pending;

    LeadResults(ProcessorContext<String, LeadOutput> context, TaskSettings settings) {
        this.context = context;
        this.settings = settings;
        this.pending = new PendingRates(context.getStateStore(Stores.PENDING_RATES_BY_KEY));
    }

    /**
     * What has become of a lead.
     *
     * @param known what was at hand of it before
     * @param remembered as it lies in the store now
     * @param happenedAt when what changed it happened
     * @param heard the event behind it, if one is
     */
    record Change(
            OrganizationId organization,
            String leadEmail,
            Recent known,
            Memory.Learned learned,
            Remembered remembered,
            Instant happenedAt,
            Optional<LeadOutput.Heard> heard) {}

    /** Gives back what is to be kept at hand of the lead. */
    Recent send(Record<String, ?> cause, Change change) {
        var learned = change.learned();
        var after = facts(change, learned.after());
        var before = change.known().factsOf(learned.before()).orElseGet(() -> facts(change, learned.before()));
        // A lead is there from its first event on, whatever that says.
        boolean isNew = learned.before().touches().isEmpty();
        if (isNew || !after.state().equals(before.state())) {
            var state = after.state().withVersion(change.remembered().version());
            forward(cause, cause.key(), new LeadOutput.State(state));
            StandingChange.between(before.state(), after.state(), change.happenedAt())
                    .ifPresent(moved -> forward(cause, change.organization().value(), new LeadOutput.Moved(moved)));
        }
        add(change.organization(), before.counts(), after.counts());
        if (change.heard().isPresent() || !before.followUps().equals(after.followUps())) {
            var plans = new LeadOutput.Planned(
                    change.organization(), change.leadEmail(), change.heard(), before.followUps(), after.followUps());
            forward(cause, cause.key(), plans);
        }
        return new Recent(change.remembered(), after, learned.after());
    }

    /** The lead's state and place anew, though nothing has happened to it: its organization counts differently. */
    void sendScore(String key, OrganizationId organization, String leadEmail, Remembered remembered, long nowMs) {
        var history = remembered.memory().atHand();
        var state = LeadFacts.of(organization, leadEmail, history, settings.of(organization))
                .state()
                .withVersion(remembered.version());
        context.forward(new Record<>(key, new LeadOutput.State(state), nowMs));
        var moved = StandingChange.resettled(state);
        context.forward(new Record<>(organization.value(), new LeadOutput.Moved(moved), nowMs));
    }

    private LeadFacts facts(Change change, History history) {
        var organization = change.organization();
        return LeadFacts.of(organization, change.leadEmail(), history, settings.of(organization));
    }

    private void add(OrganizationId organization, CountTable before, CountTable after) {
        var now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        after.minus(before)
                .forEach((cell, counts) ->
                        pending.add(new RateKey(organization, cell.dimension(), cell.hour()).format(), counts, now));
    }

    /** Hands on what the changes so far add to the counts. */
    void drain() {
        long now = context.currentSystemTimeMs();
        pending.drain((key, delta) -> context.forward(new Record<>(key, new LeadOutput.Delta(delta), now)));
    }

    void forward(Record<String, ?> cause, String key, LeadOutput output) {
        context.forward(cause.withKey(key).withValue(output));
    }
}
