package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.roles.InstantlySettings;
import io.salesbrain.standalone.roles.RoleException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Instantly is, and how it reaches us. */
final class InstantlyOptions {
    private static final int MOST_MINUTES = 24 * 60;

    @Option(
            names = "--instantly-url",
            description = "Where Instantly's API is; keys of customers are sent there (default: ${DEFAULT-VALUE}).")
    URI api = InstantlySettings.REAL;

    @Option(
            names = "--public-url",
            description = "How Instantly reaches this installation, such as https://salesbrain.example; without it no"
                    + " webhook is registered.")
    @Nullable
    URI publicUrl;

    @Option(
            names = "--connection-key",
            description = "What customers' keys of Instantly are encrypted with, 32 characters or more; several with"
                    + " commas between them, the first encrypts; better given as SALESBRAIN_CONNECTION_KEY_FILE.")
    @Nullable
    String connectionKey;

    @Option(
            names = "--sync-minutes",
            description = "Minutes between two syncs with Instantly, 0 for none (default: ${DEFAULT-VALUE}).")
    int syncMinutes = Math.toIntExact(InstantlySettings.DEFAULT.every().toMinutes());

    InstantlySettings settings() {
        if (syncMinutes < 0 || syncMinutes > MOST_MINUTES) {
            throw new RoleException("--sync-minutes lies between 0 and " + MOST_MINUTES + ", not " + syncMinutes + ".");
        }
        return new InstantlySettings(api, publicUrl, connectionKey, Duration.ofMinutes(syncMinutes));
    }
}
