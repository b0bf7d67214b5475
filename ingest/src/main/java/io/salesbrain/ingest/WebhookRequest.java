package io.salesbrain.ingest;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request as the pipeline sees it.
 *
 * @param headerNamed the first value of a header, whatever the case of its name; null where there is none
 * @param headers all of them by name in lower case, collected only when a delivery is set aside
 * @param contentLength in bytes as sent, or -1 when unknown
 * @param body not read yet
 */
record WebhookRequest(
        Function<String, @Nullable String> headerNamed,
        Supplier<Map<String, String>> headers,
        long contentLength,
        InputStream body) {
    Optional<String> header(String name) {
        return Optional.ofNullable(headerNamed.apply(name));
    }
}
