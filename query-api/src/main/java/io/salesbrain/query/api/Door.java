package io.salesbrain.query.api;

import java.util.List;

/** Who may call a route. */
public enum Door {
    OPEN("No key is needed."),
    WEBHOOK("Needs a webhook secret.", "webhook_secret"),
    ORGANIZATION(
            "Needs an organization key, or the admin key together with organization_id.",
            "organization_key",
            "admin_key"),
    ADMIN("Needs the admin key.", "admin_key"),
    ANY("Needs an organization key or the admin key.", "organization_key", "admin_key");

    private final String says;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the checker cannot see it.
    private final List<String> schemes;

    Door(String says, String... schemes) {
        this.says = says;
        this.schemes = List.of(schemes);
    }

    public String says() {
        return says;
    }

    /** The names of the security schemes, each of which opens it alone. */
    List<String> schemes() {
        return schemes;
    }
}
