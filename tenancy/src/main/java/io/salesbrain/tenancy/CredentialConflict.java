package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.OrganizationId;

/** The organization's credentials do not allow this change; the message says why. */
public final class CredentialConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private CredentialConflict(String message) {
        super(message);
    }

    static CredentialConflict tooMany(OrganizationId owner, Scope scope, int most) {
        var which = switch (scope) {
            case WEBHOOK -> "webhook secrets";
            case ORGANIZATION -> "API keys";
        };
        return new CredentialConflict(
                "Organization " + owner + " has " + most + " active " + which + "; revoke one first.");
    }

    static CredentialConflict ended(CredentialInfo credential) {
        return new CredentialConflict("Credential " + credential.credentialId() + " is "
                + credential.status().label() + "; add a new one instead.");
    }
}
