package io.salesbrain.tenancy;

import java.util.Locale;

/** Whether a credential opens anything. */
public enum CredentialStatus {
    ACTIVE,
    EXPIRED,
    REVOKED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
