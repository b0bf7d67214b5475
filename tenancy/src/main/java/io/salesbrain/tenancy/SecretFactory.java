package io.salesbrain.tenancy;

import io.salesbrain.events.DirectoryEntry.Scope;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets of 256 random bits, with a prefix that tells people and scanners what they are. */
final class SecretFactory {
    private static final int SECRET_BYTES = 32;
    private static final int HINT_LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    String next(Scope scope) {
        var prefix = switch (scope) {
            case WEBHOOK -> "sbw_";
            case ORGANIZATION -> "sbk_";
        };
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** How a secret begins: the prefix and 24 of the 256 bits, enough to tell a few apart and no help in guessing. */
    static String hint(String secret) {
        return secret.substring(0, HINT_LENGTH);
    }
}
