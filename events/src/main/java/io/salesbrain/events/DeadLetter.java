package io.salesbrain.events;

import java.time.Instant;

/**
 * A record that could not be stored however often it was tried, set aside so that those behind it could pass.
 *
 * @param topic where it lies in the log, with {@code partition} and {@code offset}
 * @param recordKey its key there
 * @param valueBase64 its bytes, in Base64; empty for a tombstone
 * @param error what refused it and why
 */
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        String recordKey,
        String valueBase64,
        String error,
        Instant setAsideAt) {
    /** The same record set aside twice, as after a crash, has the same key. */
    public String key() {
        return topic + "/" + partition + "/" + offset;
    }
}
