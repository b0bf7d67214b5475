package io.salesbrain.instantly.sync;

import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.instantly.client.Campaign;
import io.salesbrain.instantly.client.CampaignStatus;
import io.salesbrain.instantly.client.Code;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** What a campaign's status means as an event. */
final class CampaignChanges {
    private CampaignChanges() {}

    /** Empty where nothing has begun yet, or for a status we do not know. */
    static Optional<String> event(Code<CampaignStatus> status) {
        return switch (status) {
            case Code.Known<CampaignStatus>(var known) ->
                switch (known) {
                    case DRAFT -> Optional.empty();
                    case ACTIVE, RUNNING_SUBSEQUENCES -> Optional.of("campaign_started");
                    case PAUSED, BOUNCE_PROTECT, ACCOUNTS_UNHEALTHY, ACCOUNT_SUSPENDED ->
                        Optional.of("campaign_paused");
                    case COMPLETED -> Optional.of("campaign_completed");
                };
            case Code.Unknown<CampaignStatus> _ -> Optional.empty();
        };
    }

    /** The event that tells of the change, if the change is worth one. */
    static Optional<SyntheticEvent> between(Optional<InstantlyMirror.Campaign> before, Campaign now, Instant seenAt) {
        var earlier = before.map(InstantlyMirror.Campaign::status)
                .flatMap(code -> event(Code.of(CampaignStatus.class, code)));
        return event(now.status())
                .filter(type -> earlier.filter(type::equals).isEmpty())
                .map(type -> {
                    var what = new LinkedHashMap<String, String>();
                    what.put("campaign_id", now.id());
                    what.put("campaign_name", now.name());
                    var evidence = new LinkedHashMap<String, String>();
                    evidence.put("source", "GET /api/v2/campaigns");
                    evidence.put(
                            "status", now.status().code() + " " + now.status().label());
                    evidence.put(
                            "status_before",
                            before.map(one -> one.status() + " " + one.statusLabel())
                                    .orElse("not seen before"));
                    evidence.put("seen_at", seenAt.toString());
                    return new SyntheticEvent(type, now.updatedAt().orElse(seenAt), what, evidence);
                });
    }
}
