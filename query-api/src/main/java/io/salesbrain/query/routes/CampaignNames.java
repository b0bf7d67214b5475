package io.salesbrain.query.routes;

import io.salesbrain.clickhouse.WarehouseException;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.warehouse.Archive;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The names beside the ids: good to have, but no reason to fail. */
public final class CampaignNames {
    private static final Logger LOG = LoggerFactory.getLogger(CampaignNames.class);

    private final Archive archive;

    public CampaignNames(Archive archive) {
        this.archive = archive;
    }

    /** By id; without an answer of the warehouse there are none. */
    Map<String, String> find(OrganizationId organization, List<String> campaignIds) {
        if (campaignIds.isEmpty()) {
            return Map.of();
        }
        try {
            return archive.campaignNames(organization, campaignIds);
        } catch (WarehouseException e) {
            LOG.warn("campaigns are shown without names", e);
            return Map.of();
        }
    }
}
