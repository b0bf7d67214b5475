package io.salesbrain.tenancy;

/** A new credential with its secret, which is shown in this answer and kept nowhere. */
public record CreatedCredential(CredentialInfo credential, String secret) {
    @Override
    public String toString() {
        return "CreatedCredential(" + credential + ", secret hidden)";
    }
}
