package io.salesbrain.query.readmodel;

import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Campaigns and mailboxes as the last sync saw them at Instantly. */
public final class MirrorIndex implements AutoCloseable {
    private record Seen(
            NavigableMap<String, InstantlyMirror.Campaign> campaigns,
            NavigableMap<String, InstantlyMirror.Account> accounts) {
        Seen() {
            this(new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());
        }
    }

    private final Map<OrganizationId, Seen> organizations = new ConcurrentHashMap<>();
    private final Map<String, InstantlyMirror> byKey = new ConcurrentHashMap<>();
    private final TopicFollower<String, InstantlyMirror> follower;

    private MirrorIndex(LogConfig log) {
        this.follower = TopicFollower.fromStart(log, Topics.INSTANTLY_MIRROR, (_, _, key, entry) -> accept(key, entry));
    }

    public static MirrorIndex follow(LogConfig log) {
        return new MirrorIndex(log);
    }

    public TopicFollower<?, ?> follower() {
        return follower;
    }

    private void accept(String key, @Nullable InstantlyMirror entry) {
        var previous = byKey.get(key);
        if (entry == null) {
            byKey.remove(key);
            if (previous != null) {
                remove(previous);
            }
            return;
        }
        switch (entry) {
            case InstantlyMirror.Campaign campaign -> {
                byKey.put(key, campaign);
                seen(campaign.organizationId()).campaigns().put(campaign.campaignId(), campaign);
            }
            case InstantlyMirror.Account account -> {
                byKey.put(key, account);
                seen(account.organizationId()).accounts().put(account.account(), account);
            }
            case InstantlyMirror.Mark _, InstantlyMirror.Report _ -> {}
        }
    }

    private void remove(InstantlyMirror gone) {
        switch (gone) {
            case InstantlyMirror.Campaign campaign ->
                seen(campaign.organizationId()).campaigns().remove(campaign.campaignId());
            case InstantlyMirror.Account account ->
                seen(account.organizationId()).accounts().remove(account.account());
            case InstantlyMirror.Mark _, InstantlyMirror.Report _ -> {}
        }
    }

    private Seen seen(OrganizationId organization) {
        return organizations.computeIfAbsent(organization, _ -> new Seen());
    }

    public Optional<InstantlyMirror.Campaign> campaign(OrganizationId organization, String id) {
        return Optional.ofNullable(organizations.get(organization))
                .map(seen -> seen.campaigns().get(id));
    }

    public Optional<InstantlyMirror.Account> account(OrganizationId organization, String account) {
        return Optional.ofNullable(organizations.get(organization))
                .map(seen -> seen.accounts().get(account));
    }

    /** Campaign ids behind a place, in order, at most so many. */
    public List<String> campaignsAfter(OrganizationId organization, Optional<String> after, int limit) {
        var seen = organizations.get(organization);
        return seen == null ? List.of() : page(seen.campaigns(), after, limit);
    }

    /** Account addresses behind a place, in order, at most so many. */
    public List<String> accountsAfter(OrganizationId organization, Optional<String> after, int limit) {
        var seen = organizations.get(organization);
        return seen == null ? List.of() : page(seen.accounts(), after, limit);
    }

    private static List<String> page(NavigableMap<String, ?> all, Optional<String> after, int limit) {
        var rest = after.<NavigableMap<String, ?>>map(place -> all.tailMap(place, false))
                .orElse(all);
        return rest.keySet().stream().limit(limit).toList();
    }

    @Override
    public void close() {
        follower.close();
    }
}
