package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was last seen at Instantly, so that the next look can tell what has changed. Each thing has a key of its own. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InstantlyMirror.Campaign.class, name = "campaign"),
    @JsonSubTypes.Type(value = InstantlyMirror.Account.class, name = "account"),
    @JsonSubTypes.Type(value = InstantlyMirror.Mark.class, name = "mark"),
    @JsonSubTypes.Type(value = InstantlyMirror.Report.class, name = "report")
})
public sealed interface InstantlyMirror {
    OrganizationId organizationId();

    String key();

    /**
     * A campaign.
     *
     * @param status Instantly's number
     * @param statusLabel the same in a word
     * @param since when Instantly last changed it, as of when this status was seen first
     * @param endedLeads how many of its leads had ended, completed or otherwise, when they were last looked at
     */
    record Campaign(
            OrganizationId organizationId,
            String campaignId,
            String name,
            int status,
            String statusLabel,
            @Nullable Integer dailyLimit,
            Instant since,
            long endedLeads)
            implements InstantlyMirror {
        @Override
        public String key() {
            return organizationId + "/campaign/" + campaignId;
        }
    }

    /**
     * A mailbox.
     *
     * @param warmupProgress 0 to 1; null while Instantly has no score
     * @param trouble what its server last complained of; may be empty
     */
    record Account(
            OrganizationId organizationId,
            String account,
            int status,
            String statusLabel,
            int warmupStatus,
            String warmupLabel,
            @Nullable Integer dailyLimit,
            @Nullable Double warmupProgress,
            String trouble,
            Instant since)
            implements InstantlyMirror {
        @Override
        public String key() {
            return key(organizationId, account);
        }

        /** Under which what was seen of an account lies. */
        public static String key(OrganizationId organizationId, String account) {
            return organizationId + "/account/" + account;
        }
    }

    /** How far something that goes on has come. */
    record Mark(OrganizationId organizationId, String name, Instant until) implements InstantlyMirror {
        @Override
        public String key() {
            return organizationId + "/mark/" + name;
        }
    }

    /** The latest report of its name, as it was answered. */
    record Report(OrganizationId organizationId, String name, Instant at, Map<String, Object> content)
            implements InstantlyMirror {
        @Override
        public String key() {
            return organizationId + "/report/" + name;
        }
    }
}
