package io.salesbrain.tenancy;

import io.salesbrain.events.KeyPermission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What goes along with a credential.
 *
 * @param name what people call it, trimmed; may be empty
 * @param expiresAt without one it has no end
 * @param permissions what an API key may do
 * @param memberId whose of the team an API key is
 */
public record Grant(
        String name, Optional<Instant> expiresAt, Set<KeyPermission> permissions, Optional<String> memberId) {
    public static final Grant UNLIMITED = new Grant("", Optional.empty(), KeyPermission.ALL, Optional.empty());

    public Grant {
        name = name.strip();
        permissions = Set.copyOf(permissions);
        if (name.length() > DirectoryWriter.MAX_CREDENTIAL_NAME) {
            throw new IllegalArgumentException(
                    "a credential's name has at most " + DirectoryWriter.MAX_CREDENTIAL_NAME + " characters");
        }
        if (permissions.isEmpty()) {
            throw new IllegalArgumentException("a credential that may do nothing is none");
        }
    }

    public static Grant named(String name) {
        return new Grant(name, Optional.empty(), KeyPermission.ALL, Optional.empty());
    }
}
