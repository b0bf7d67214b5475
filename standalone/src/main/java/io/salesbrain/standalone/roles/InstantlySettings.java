package io.salesbrain.standalone.roles;

import io.salesbrain.instantly.client.Patience;
import io.salesbrain.instantly.connection.ConnectionConfig;
import io.salesbrain.instantly.connection.KeyRing;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where Instantly is and how it reaches us.
 *
 * @param api the operator's choice alone: keys of customers are sent there
 * @param publicUrl where our webhook can be reached from outside; null while nobody said
 * @param connectionKey what customers' keys are sealed with; null: made once and kept in the data folder, where there is one
 * @param every the pause between two syncs; zero for none
 */
public record InstantlySettings(
        URI api, @Nullable URI publicUrl, @Nullable String connectionKey, Duration every) {
    public static final URI REAL = URI.create("https://api.instantly.ai");
    public static final InstantlySettings DEFAULT = new InstantlySettings(REAL, null, null, Duration.ofMinutes(15));

    ConnectionConfig config(String key, Supplier<Optional<URI>> reachedAt) {
        try {
            return new ConnectionConfig(api, reachedAt, KeyRing.of(key), Patience.DEFAULT);
        } catch (IllegalArgumentException e) {
            throw new RoleException("The connection to Instantly cannot be set up: " + e.getMessage() + ".", e);
        }
    }
}
