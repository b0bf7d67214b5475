package io.salesbrain.tenancy;

import io.salesbrain.events.OrganizationId;

/** The organization id is taken. */
public final class AlreadyExists extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyExists(OrganizationId id) {
        super("There is an organization " + id + " already.");
    }
}
