package io.salesbrain.query.readmodel;

import io.salesbrain.events.LeadRecord;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoreSettingsBook;
import io.salesbrain.events.Watermark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest state of every lead, ranked by score within its organization, with the threshold above which a lead is hot:
 * the score of the ⌈share·n⌉-th of the n leads that have points and are not disqualified.
 */
public final class LeadIndex {
    /**
     * A lead as of now.
     *
     * @param massLog2 see {@link LeadState#massLog2()}; negative infinity for a score of 0
     */
    public record Lead(LeadState state, double massLog2, boolean hot) {
        public double scoreAt(Instant time) {
            return Score.at(massLog2, state.halfLifeMs(), time);
        }

        /** Where the next page of a list goes on. */
        public Place place() {
            return new Place(massLog2, state.leadEmail());
        }
    }

    /** A place in the ranking that stays the same as long as the lead's events do, whatever time does. */
    public record Place(double massLog2, String leadEmail) {}

    /**
     * @param threshold the score from which on a lead is hot; none while no lead is scored
     * @param scoredLeads how many leads have points and are not disqualified
     */
    public record Listing(List<Lead> leads, Optional<Double> threshold, int scoredLeads) {}

    private final Map<OrganizationId, OrganizationLeads> organizations = new ConcurrentHashMap<>();
    private final ScoreSettingsBook settings;

    public LeadIndex(ScoreSettingsBook settings) {
        this.settings = settings;
    }

    /** Takes a record of the lead-states topic; a null value removes a lead. Called by one thread. */
    public void accept(String key, @Nullable LeadRecord value) {
        switch (value) {
            case null -> remove(key);
            case LeadState state -> update(state.organizationId(), state.leadEmail(), state);
            case Watermark _ -> {}
        }
    }

    private void remove(String key) {
        var parts = key.split("/", 3);
        if (parts.length == 3 && parts[1].equals("lead")) {
            update(new OrganizationId(parts[0]), parts[2], null);
        }
    }

    private void update(OrganizationId organization, String leadEmail, @Nullable LeadState state) {
        organizations
                .computeIfAbsent(organization, _ -> new OrganizationLeads(() -> settings.of(organization)))
                .update(leadEmail, state);
    }

    /** @param time as of which a lead is hot: a minimum score is a matter of time */
    public Optional<Lead> find(OrganizationId organization, String leadEmail, Instant time) {
        return Optional.ofNullable(organizations.get(organization)).flatMap(leads -> leads.find(leadEmail, time));
    }

    public Listing list(OrganizationId organization, LeadQuery query, Instant time) {
        var leads = organizations.get(organization);
        return leads == null ? new Listing(List.of(), Optional.empty(), 0) : leads.list(query, time);
    }
}
