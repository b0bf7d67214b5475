package io.salesbrain.tenancy;

import io.salesbrain.events.OrganizationId;

/** The organization has no credential with this id. */
public final class UnknownCredential extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownCredential(OrganizationId owner, String credentialId) {
        super("Organization " + owner + " has no credential " + credentialId + ".");
    }
}
