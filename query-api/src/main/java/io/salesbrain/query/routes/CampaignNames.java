package io.salesbrain.query.routes;

import io.salesbrain.clickhouse.WarehouseException;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.warehouse.Archive;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The names beside the ids, as of a moment ago: good to have, but no reason to be slow or to fail. */
public final class CampaignNames {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignNames.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private record Known(Map<String, String> names, Instant readAt) {}

    private final Archive archive;
    private final InstantSource clock;
    /** One entry per organization at most. */
    private final Map<OrganizationId, Known> known = new ConcurrentHashMap<>();

    public CampaignNames(Archive archive, InstantSource clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /** By campaign id; without an answer of the warehouse those it gave last. */
    public Map<String, String> of(OrganizationId organization) {
        var now = clock.instant();
        var last = known.get(organization);
        if (last != null && last.readAt().plus(FRESH).isAfter(now)) {
            return last.names();
        }
        try {
            var names = archive.campaignNames(organization);
            known.put(organization, new Known(names, now));
            return names;
        } catch (WarehouseException e) {
            LOG.warn("the names of campaigns cannot be read", e);
            return last == null ? Map.of() : last.names();
        }
    }
}
