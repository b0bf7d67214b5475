package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What goes back to the leads: that opens and clicks of theirs were part of a burst, and the rounds by which the tasks of
 * the leads learn that all such findings up to some event have arrived everywhere.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BurstFeedback.Found.class, name = "found"),
    @JsonSubTypes.Type(value = BurstFeedback.Passed.class, name = "passed"),
    @JsonSubTypes.Type(value = BurstFeedback.Check.class, name = "check"),
    @JsonSubTypes.Type(value = BurstFeedback.Applied.class, name = "applied")
})
public sealed interface BurstFeedback {
    /**
     * A lead's opens and clicks of one second were part of a burst.
     *
     * @param second since 1970 UTC
     * @param level from 1
     */
    record Found(OrganizationId organizationId, String leadEmail, BurstCircle circle, long second, int level)
            implements BurstFeedback {
        /** The key under which the lead's events lie in the log. */
        @JsonIgnore
        public String key() {
            return new Subject.Lead(leadEmail).logKey(organizationId);
        }
    }

    /** Goes to one partition, whatever its key. */
    sealed interface Token extends BurstFeedback {
        int to();
    }

    /**
     * A burst partition has worked off all that came before a round.
     *
     * @param to the partition that asked
     * @param unsure other partitions to which findings are under way; each will say when it has applied them
     */
    record Passed(long round, int by, int to, List<Integer> unsure) implements Token {
        public Passed {
            unsure = List.copyOf(unsure);
        }
    }

    /**
     * Comes behind findings and asks that it be said when they are applied.
     *
     * @param source the partition that asked for the round
     */
    record Check(long round, int source, int by, int to) implements Token {}

    /** All findings of one burst partition are applied in one partition of the leads. */
    record Applied(long round, int by, int in, int to) implements Token {}
}
