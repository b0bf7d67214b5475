package io.salesbrain.clickhouse.query;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.events.OrganizationId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What campaigns are called, as far as their events say. */
public final class CampaignNames {
    static final String OF_ORGANIZATION = """
            SELECT campaign_id, campaign_name
            FROM campaigns FINAL
            WHERE organization_id = {organization_id:String}
            ORDER BY campaign_id""";

    private final Warehouse warehouse;

    public CampaignNames(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** By campaign id, the name in the latest event that had one. */
    public Map<String, String> of(OrganizationId organization) {
        var names = new LinkedHashMap<String, String>();
        warehouse.queryEach(
                OF_ORGANIZATION,
                Map.of("organization_id", organization.value()),
                row -> names.put(row.string("campaign_id"), row.string("campaign_name")));
        return names;
    }
}
