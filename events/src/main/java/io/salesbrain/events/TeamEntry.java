package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who belongs to an organization's sales team, and who of them gets new replies. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TeamEntry.Member.class, name = "member"),
    @JsonSubTypes.Type(value = TeamEntry.Rules.class, name = "rules")
})
public sealed interface TeamEntry {
    /** The key of this entry in its topic. */
    String key();

    /**
     * @param email null where none was given
     * @param active whether rules still give this member something to do
     */
    record Member(
            OrganizationId organizationId,
            String memberId,
            String name,
            @Nullable String email,
            boolean active,
            Instant at)
            implements TeamEntry {
        @Override
        public String key() {
            return organizationId + "/member/" + memberId;
        }
    }

    /** All rules of an organization, the first that fits counts; replaces what was said before. */
    record Rules(OrganizationId organizationId, List<Rule> rules, String by, Instant at) implements TeamEntry {
        public Rules {
            rules = List.copyOf(rules);
        }

        @Override
        public String key() {
            return organizationId + "/rules";
        }
    }

    /**
     * @param campaignId null fits every campaign
     * @param memberIds who take turns, lead by lead
     */
    record Rule(@Nullable String campaignId, List<String> memberIds) {
        public Rule {
            memberIds = List.copyOf(memberIds);
        }
    }
}
