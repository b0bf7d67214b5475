package io.salesbrain.tenancy;

import io.salesbrain.events.OrganizationId;

/** No organization has this id. */
public final class UnknownOrganization extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownOrganization(OrganizationId id) {
        super("There is no organization " + id + ".");
    }
}
