package io.salesbrain.events;

import java.time.Instant;
import java.util.Map;

/**
 * A delivery that was set aside with its raw bytes, to be seen and replayed.
 *
 * @param index its place in the request: array element or line, from 0
 * @param rawBase64 the bytes as sent (the first 64 KiB where there were too many), in Base64
 * @param sha256 of all its bytes, in hex
 * @param headers the request's headers without credentials
 */
public record Quarantined(
        String quarantineId,
        OrganizationId organizationId,
        QuarantineReason reason,
        String detail,
        int index,
        String rawBase64,
        long sizeBytes,
        String sha256,
        Map<String, String> headers,
        Instant receivedAt) {
    public Quarantined {
        headers = Map.copyOf(headers);
    }
}
