package io.salesbrain.instantly.client;

import java.net.URI;
import java.util.Optional;

/**
 * Which workspace a client works on, and with what key.
 *
 * @param base scheme, host and port
 * @param subWorkspace for a key of a workspace group that acts on one of its members
 * @param limitedAs clients with the same text share their limits: the workspace's id where it is known
 */
public record Access(URI base, String apiKey, Optional<String> subWorkspace, String limitedAs) {
    @Override
    public String toString() {
        return "Access(" + base + ", key hidden)";
    }
}
