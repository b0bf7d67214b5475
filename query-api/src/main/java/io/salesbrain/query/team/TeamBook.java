package io.salesbrain.query.team;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.TeamEntry;
import io.salesbrain.events.TeamEntry.Member;
import io.salesbrain.events.TeamEntry.Rule;
import io.salesbrain.events.TeamEntry.Rules;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The members of every organization's team and its rules, as of now. */
public final class TeamBook {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Map<OrganizationId, Map<String, Member>> members = new ConcurrentHashMap<>();
    private final Map<OrganizationId, Rules> rules = new ConcurrentHashMap<>();

    /** Takes a record of the team topic; a null value takes one back. */
    public void accept(String key, @Nullable TeamEntry entry) {
        var parts = key.split("/", 3);
        var organization = new OrganizationId(parts[0]);
        switch (entry) {
            case Member member -> of(organization).put(member.memberId(), member);
            case Rules all -> rules.put(organization, all);
            case null -> {
                if (parts.length == 3) {
                    of(organization).remove(parts[2]);
                } else {
                    rules.remove(organization);
                }
            }
        }
    }

    private Map<String, Member> of(OrganizationId organization) {
        return members.computeIfAbsent(organization, _ -> new ConcurrentHashMap<>());
    }

    /** By name. */
    public List<Member> members(OrganizationId organization) {
        return members.getOrDefault(organization, Map.of()).values().stream()
                .sorted(Comparator.comparing(Member::name).thenComparing(Member::memberId))
                .toList();
    }

    public Optional<Member> find(OrganizationId organization, String memberId) {
        return Optional.ofNullable(members.getOrDefault(organization, Map.of()).get(memberId));
    }

    public List<Rule> rules(OrganizationId organization) {
        var all = rules.get(organization);
        return all == null ? List.of() : all.rules();
    }

    /** Whom the rules give a lead of a campaign to: the first that fits and has active members. */
    public Optional<Member> byRule(OrganizationId organization, String campaignId, String leadEmail) {
        for (var rule : rules(organization)) {
            if (rule.campaignId() == null || rule.campaignId().equals(campaignId)) {
                var chosen = rule.memberIds().stream()
                        .flatMap(id -> find(organization, id).stream())
                        .filter(Member::active)
                        .max(Comparator.<Member>comparingLong(member -> weight(leadEmail, member.memberId()))
                                .thenComparing(Member::memberId));
                if (chosen.isPresent()) {
                    return chosen;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whose turn it is with a lead is whose weight is highest: the same after every restart, and when a member comes or
     * goes only that member's leads change hands.
     */
    private static long weight(String leadEmail, String memberId) {
        long hash = FNV_OFFSET;
        for (byte each : (leadEmail + "\n" + memberId).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        }
        // Its upper bits alone are not mixed well enough for short texts.
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
