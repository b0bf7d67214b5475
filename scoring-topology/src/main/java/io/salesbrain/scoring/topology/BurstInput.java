package io.salesbrain.scoring.topology;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.salesbrain.events.BurstCircle;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.scoring.lead.Sighting;

/** What the burst stage hears of. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BurstInput.Seen.class, name = "seen"),
    @JsonSubTypes.Type(value = BurstInput.Round.class, name = "round")
})
sealed interface BurstInput {
    /** A lead opened or clicked. */
    record Seen(OrganizationId organizationId, BurstCircle circle, String members, String lead, long second)
            implements BurstInput {
        static Seen of(OrganizationId organization, Sighting sighting) {
            return new Seen(organization, sighting.circle(), sighting.members(), sighting.lead(), sighting.second());
        }

        /** The same for all who may be part of one burst. */
        @JsonIgnore
        String key() {
            return organizationId + "/" + circle.name() + "/" + members;
        }
    }

    /**
     * Asks to be told when all that came before it is worked off.
     *
     * @param source the partition of the leads that asks
     * @param to the partition it goes to
     * @param anew the source has just started and knows nothing of earlier rounds
     */
    record Round(long round, int source, int to, boolean anew) implements BurstInput {}
}
