package io.salesbrain.ingest;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the pipeline sees it.
 *
 * @param headers by name in lower case
 * @param contentLength in bytes as sent, or -1 when unknown
 * @param body not read yet
 */
record WebhookRequest(Map<String, String> headers, long contentLength, InputStream body) {
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
