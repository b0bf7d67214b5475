package io.salesbrain.instantly.connection;

import io.salesbrain.events.InstantlyConnection;
import java.util.List;
import java.util.Optional;

/**
 * How a connection stands.
 *
 * @param webhook active, disabled, missing or unknown
 * @param webhookUrl where Instantly posts to
 * @param missing what keeps events from coming, each in a sentence
 */
public record ConnectionStatus(
        Optional<InstantlyConnection> connection, String webhook, Optional<String> webhookUrl, List<String> missing) {
    public ConnectionStatus {
        missing = List.copyOf(missing);
    }
}
