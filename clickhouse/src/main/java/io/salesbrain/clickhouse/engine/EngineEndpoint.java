package io.salesbrain.clickhouse.engine;

import java.net.URI;

/** Where the embedded engine is reached, and with what. The address stays the same over restarts of its process. */
public record EngineEndpoint(URI url, String user, String password) {

    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
