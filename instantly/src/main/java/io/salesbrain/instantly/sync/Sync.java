package io.salesbrain.instantly.sync;

import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.EventFlag;
import io.salesbrain.events.InstantlyConnection;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.client.Account;
import io.salesbrain.instantly.client.Analytics;
import io.salesbrain.instantly.client.Campaign;
import io.salesbrain.instantly.client.InstantlyClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything a workspace has and compares it with what was seen last. What changed is told as synthetic events
 * first and only then noted as seen: a sync that dies half way is told again, and each event counts once.
 */
final class Sync {
    private static final Set<EventFlag> SYNTHETIC = Set.of(EventFlag.SYNTHETIC);
    private static final List<String> ENDED =
            List.of("FILTER_VAL_COMPLETED", "FILTER_VAL_SKIPPED", "FILTER_VAL_INVALID");
    private static final String LEADS_MARK = "leads";
    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final double FULL_SCORE = 100;

    private final MirrorBook mirror;
    private final Inlet inlet;
    private final Clock clock;

    Sync(MirrorBook mirror, Inlet inlet, Clock clock) {
        this.mirror = mirror;
        this.inlet = inlet;
        this.clock = clock;
    }

    void run(InstantlyConnection connection, InstantlyClient client, SyncReport report) throws InterruptedException {
        campaigns(connection, client, report);
        accounts(connection, client, report);
        leads(connection, client, report);
    }

    private void campaigns(InstantlyConnection connection, InstantlyClient client, SyncReport report)
            throws InterruptedException {
        var owner = connection.organizationId();
        var there = new HashSet<String>();
        var told = new Told(connection, report);
        client.campaigns().list().read(page -> {
            for (var campaign : page) {
                there.add(campaign.id());
                report.count("campaign", "seen");
                look(owner, campaign, told, report);
            }
            told.settleIfLarge();
            return true;
        });
        told.settle();
        var gone = mirror.all(owner, InstantlyMirror.Campaign.class).stream()
                .filter(campaign -> !there.contains(campaign.campaignId()))
                .toList();
        gone.forEach(campaign -> {
            report.count("campaign", "removed");
            report.change("campaign", campaign.campaignId(), campaign.name(), "removed", campaign.statusLabel(), "");
        });
        mirror.remove(gone);
    }

    private void look(OrganizationId owner, Campaign campaign, Told told, SyncReport report) {
        var before = seen(owner, campaign);
        var now = mirrored(owner, campaign, before);
        if (before.isEmpty() || !before.get().equals(now)) {
            CampaignChanges.between(before, campaign, now()).ifPresent(told::event);
            told.seen(now);
            report(report, before, now);
        }
    }

    /** One campaign as Instantly just answered it. */
    void saw(InstantlyConnection connection, Campaign campaign) throws InterruptedException {
        var report = new SyncReport(connection.organizationId(), now());
        var told = new Told(connection, report);
        look(connection.organizationId(), campaign, told, report);
        told.settle();
    }

    /** One mailbox as Instantly just answered it. */
    void saw(InstantlyConnection connection, Account account) throws InterruptedException {
        var report = new SyncReport(connection.organizationId(), now());
        var told = new Told(connection, report);
        look(account, mirrored(connection.organizationId(), account), told, report);
        told.settle();
    }

    private Optional<InstantlyMirror.Campaign> seen(OrganizationId owner, Campaign campaign) {
        var key = new InstantlyMirror.Campaign(owner, campaign.id(), "", 0, "", null, Instant.EPOCH, 0).key();
        return mirror.find(key).map(InstantlyMirror.Campaign.class::cast);
    }

    /** A campaign that only had its time of change moved is the same. */
    private InstantlyMirror.Campaign mirrored(
            OrganizationId owner, Campaign campaign, Optional<InstantlyMirror.Campaign> before) {
        int status = campaign.status().code();
        var since = before.filter(one -> one.status() == status)
                .map(InstantlyMirror.Campaign::since)
                .orElseGet(() -> campaign.updatedAt().orElseGet(this::now));
        return new InstantlyMirror.Campaign(
                owner,
                campaign.id(),
                campaign.name(),
                status,
                campaign.status().label(),
                boxed(campaign.dailyLimit()),
                since,
                before.map(InstantlyMirror.Campaign::endedLeads).orElse(-1L));
    }

    private static void report(
            SyncReport report, Optional<InstantlyMirror.Campaign> before, InstantlyMirror.Campaign now) {
        report.count("campaign", before.isEmpty() ? "new" : "changed");
        before.ifPresent(old -> {
            compare(report, "campaign", now.campaignId(), now.name(), "status", old.statusLabel(), now.statusLabel());
            compare(report, "campaign", now.campaignId(), now.name(), "name", old.name(), now.name());
            compare(
                    report,
                    "campaign",
                    now.campaignId(),
                    now.name(),
                    "daily_limit",
                    old.dailyLimit(),
                    now.dailyLimit());
        });
    }

    private void accounts(InstantlyConnection connection, InstantlyClient client, SyncReport report)
            throws InterruptedException {
        var owner = connection.organizationId();
        var there = new HashSet<String>();
        var told = new Told(connection, report);
        client.accounts().list().read(page -> {
            for (var account : page) {
                var now = mirrored(owner, account);
                there.add(now.account());
                report.count("account", "seen");
                look(account, now, told, report);
            }
            told.settleIfLarge();
            return true;
        });
        told.settle();
        var gone = mirror.all(owner, InstantlyMirror.Account.class).stream()
                .filter(account -> !there.contains(account.account()))
                .toList();
        gone.forEach(account -> {
            report.count("account", "removed");
            report.change("account", account.account(), account.account(), "removed", account.statusLabel(), "");
        });
        mirror.remove(gone);
    }

    private void look(Account account, InstantlyMirror.Account now, Told told, SyncReport report) {
        var before = mirror.find(now.key()).map(InstantlyMirror.Account.class::cast);
        if (before.isEmpty() || !isSame(before.get(), now)) {
            AccountChanges.between(before, account, now()).ifPresent(told::event);
            told.seen(now);
            report(report, before, now);
        }
    }

    private InstantlyMirror.Account mirrored(OrganizationId owner, Account account) {
        return new InstantlyMirror.Account(
                owner,
                EmailAddress.parse(account.email()).orElse(account.email()),
                account.status().code(),
                account.status().label(),
                account.warmupStatus().code(),
                account.warmupStatus().label(),
                boxed(account.dailyLimit()),
                account.warmupScore().map(score -> score / FULL_SCORE).orElse(null),
                account.trouble(),
                account.updatedAt().orElseGet(this::now));
    }

    private static boolean isSame(InstantlyMirror.Account a, InstantlyMirror.Account b) {
        return a.status() == b.status()
                && a.warmupStatus() == b.warmupStatus()
                && Objects.equals(a.dailyLimit(), b.dailyLimit())
                && Objects.equals(a.warmupProgress(), b.warmupProgress())
                && a.trouble().equals(b.trouble());
    }

    private static void report(
            SyncReport report, Optional<InstantlyMirror.Account> before, InstantlyMirror.Account now) {
        report.count("account", before.isEmpty() ? "new" : "changed");
        before.ifPresent(old -> {
            var id = now.account();
            compare(report, "account", id, id, "status", old.statusLabel(), now.statusLabel());
            compare(report, "account", id, id, "warmup_status", old.warmupLabel(), now.warmupLabel());
            compare(report, "account", id, id, "daily_limit", old.dailyLimit(), now.dailyLimit());
            compare(report, "account", id, id, "warmup_progress", old.warmupProgress(), now.warmupProgress());
        });
    }

    /** Only campaigns in which leads ended since the last look are read, and of their leads only those that changed. */
    private void leads(InstantlyConnection connection, InstantlyClient client, SyncReport report)
            throws InterruptedException {
        var owner = connection.organizationId();
        var startedAt = now();
        var since =
                mirror.mark(owner, LEADS_MARK).map(mark -> mark.minus(OVERLAP)).orElse(Instant.EPOCH);
        Map<String, InstantlyMirror.Campaign> known = new HashMap<>();
        mirror.all(owner, InstantlyMirror.Campaign.class).forEach(one -> known.put(one.campaignId(), one));
        for (var figures : client.analytics().campaigns(Optional.empty(), Analytics.Days.ALL)) {
            var campaign = known.get(figures.campaignId());
            long ended = figures.completed() + figures.bounced() + figures.unsubscribed();
            if (campaign != null && campaign.endedLeads() != ended) {
                // A campaign that was never looked at is read whole, whatever the others are at.
                readLeads(connection, client, campaign, campaign.endedLeads() < 0 ? Instant.EPOCH : since, report);
                mirror.put(List.of(withEnded(campaign, ended)));
            }
        }
        mirror.put(List.of(new InstantlyMirror.Mark(owner, LEADS_MARK, startedAt)));
    }

    private void readLeads(
            InstantlyConnection connection,
            InstantlyClient client,
            InstantlyMirror.Campaign campaign,
            Instant since,
            SyncReport report)
            throws InterruptedException {
        report.count("lead", "campaigns_read");
        var told = new Told(connection, report);
        for (var filter : ENDED) {
            client.leads().list(campaign.campaignId(), Optional.of(filter)).read(page -> {
                for (var lead : page) {
                    report.count("lead", "seen");
                    boolean isNew =
                            lead.updatedAt().map(at -> !at.isBefore(since)).orElse(true);
                    if (isNew) {
                        LeadChanges.of(lead, campaign.name(), now()).ifPresent(told::event);
                    }
                }
                told.settleIfLarge();
                return true;
            });
        }
        told.settle();
    }

    private static InstantlyMirror.Campaign withEnded(InstantlyMirror.Campaign campaign, long ended) {
        return new InstantlyMirror.Campaign(
                campaign.organizationId(),
                campaign.campaignId(),
                campaign.name(),
                campaign.status(),
                campaign.statusLabel(),
                campaign.dailyLimit(),
                campaign.since(),
                ended);
    }

    private static void compare(
            SyncReport report,
            String kind,
            String id,
            String name,
            String field,
            @Nullable Object from,
            @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            report.change(
                    kind, id, name, field, Objects.requireNonNullElse(from, ""), Objects.requireNonNullElse(to, ""));
        }
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** News, in portions: told first, noted as seen afterwards. */
    private final class Told {
        private static final int MOST_SEEN = 1_000;

        private final InstantlyConnection connection;
        private final SyncReport report;
        private final Chunks chunks;
        private final List<InstantlyMirror> seen = new ArrayList<>();

        Told(InstantlyConnection connection, SyncReport report) {
            this.connection = connection;
            this.report = report;
            this.chunks = new Chunks(inlet, connection.organizationId(), SYNTHETIC);
        }

        void event(SyntheticEvent event) {
            chunks.add(event.payload(connection.workspaceId()));
            report.event(event.type());
        }

        void seen(InstantlyMirror entry) {
            seen.add(entry);
        }

        /** After each page: keeps what waits small. */
        void settleIfLarge() throws InterruptedException {
            if (chunks.isFull() || seen.size() >= MOST_SEEN) {
                settle();
            }
        }

        void settle() throws InterruptedException {
            chunks.flush();
            mirror.put(seen);
            seen.clear();
        }
    }
}
