package io.salesbrain.query.http;

import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the API needs to know of organizations and keys. */
public interface Tenants {
    /** Whose key a request carries. */
    sealed interface Caller {
        record Admin() implements Caller {}

        record Organization(OrganizationId organizationId) implements Caller {}

        /** May post webhooks, nothing else. */
        record Webhook(OrganizationId organizationId) implements Caller {}
    }

    record Tenant(OrganizationId organizationId, String name, Instant createdAt) {}

    /** The secrets of a new organization; this is the only time they are seen. */
    record NewTenant(Tenant tenant, String apiKey, String webhookSecret) {}

    Optional<Caller> authenticate(String key);

    Optional<Tenant> find(OrganizationId organization);

    /** By id. */
    List<Tenant> list();

    /** Empty when the id is taken. */
    Optional<NewTenant> create(OrganizationId organization, String name) throws InterruptedException;

    /** From now on, arriving events of this campaign belong to this organization. */
    Instant assignCampaign(String campaignId, OrganizationId organization) throws InterruptedException;
}
