package io.salesbrain.instantly.connection;

import io.salesbrain.instantly.client.Patience;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where Instantly is, and where we are for it.
 *
 * @param api set by the operator only: keys of customers are sent there
 * @param publicUrl how Instantly reaches our webhook's server, asked when it is needed; without it no webhook can be
 *     registered
 * @param keys what stored API keys are sealed with
 */
public record ConnectionConfig(URI api, Supplier<Optional<URI>> publicUrl, KeyRing keys, Patience patience) {
    public static final String WEBHOOK_PATH = "/webhooks/instantly/webhook";

    public ConnectionConfig {
        requireHttp("--instantly-url", api);
        publicUrl.get().ifPresent(url -> requireHttp("--public-url", url));
    }

    private static void requireHttp(String name, URI url) {
        boolean isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!isWeb || url.getHost() == null) {
            throw new IllegalArgumentException(name + " is an address such as https://salesbrain.example, not " + url);
        }
    }

    /** Where Instantly is to post, without a slash twice. */
    Optional<String> webhookUrl() {
        return publicUrl.get().map(url -> url.toString().replaceAll("/+$", "") + WEBHOOK_PATH);
    }
}
