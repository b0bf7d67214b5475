package io.salesbrain.query.inbox;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.TeamEntry.Member;
import io.salesbrain.query.team.TeamBook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose a conversation is: whom somebody gave it to, else whom somebody gave the lead to, else whom the rules do. */
public final class Assignees {
    private final InboxIndex inbox;
    private final TeamBook team;

    public Assignees(InboxIndex inbox, TeamBook team) {
        this.inbox = inbox;
        this.team = team;
    }

    public Optional<Member> of(InboxThread thread) {
        var organization = thread.organizationId();
        var own = thread.assignment();
        if (own != null && stands(organization, own.memberId())) {
            return member(organization, own.memberId());
        }
        var ofLead = inbox.assignment(organization, thread.leadEmail());
        if (ofLead.isPresent() && stands(organization, ofLead.get().memberId())) {
            return member(organization, ofLead.get().memberId());
        }
        return team.byRule(organization, thread.campaignId(), thread.leadEmail());
    }

    /** Nobody's by hand is nobody's; one who is no member any more has nothing. */
    private boolean stands(OrganizationId organization, @Nullable String memberId) {
        return memberId == null || team.find(organization, memberId).isPresent();
    }

    private Optional<Member> member(OrganizationId organization, @Nullable String memberId) {
        return Optional.ofNullable(memberId).flatMap(id -> team.find(organization, id));
    }

    /** How many leads with a conversation each member has, by member id. */
    public Map<String, Integer> leads(OrganizationId organization) {
        var leads = new HashMap<String, Set<String>>();
        inbox.list(
                organization,
                thread -> {
                    of(thread)
                            .ifPresent(member -> leads.computeIfAbsent(member.memberId(), _ -> new HashSet<>())
                                    .add(thread.leadEmail()));
                    return false;
                },
                _ -> false,
                Optional.empty(),
                0);
        var counts = new HashMap<String, Integer>();
        leads.forEach((member, of) -> counts.put(member, of.size()));
        return counts;
    }
}
