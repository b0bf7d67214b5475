package io.salesbrain.tenancy;

/** The installation's admin key, of which only the digest stays in memory. */
public final class AdminKey {
    private final SecretDigest digest;

    private AdminKey(SecretDigest digest) {
        this.digest = digest;
    }

    public static AdminKey of(String secret) {
        if (secret.isBlank() || !secret.equals(secret.strip())) {
            throw new IllegalArgumentException("the admin key is not blank and has no blanks around it");
        }
        return new AdminKey(SecretDigest.of(secret));
    }

    boolean isOpenedBy(SecretDigest presented) {
        return digest.matches(presented);
    }

    @Override
    public String toString() {
        return "AdminKey(hidden)";
    }
}
