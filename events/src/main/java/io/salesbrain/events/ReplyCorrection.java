package io.salesbrain.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person says a reply means, which goes before what Instantly's labels and the model say. Of several about the
 * same reply the latest counts.
 *
 * @param eventId of any delivery of the reply
 * @param category null takes an earlier correction back
 * @param by who said so, for people to read
 */
public record ReplyCorrection(
        OrganizationId organizationId,
        String leadEmail,
        String eventId,
        @Nullable ReplyCategory category,
        String by,
        Instant at) {

    /** Where the lead's events lie too, so that both meet in one task. */
    public String key() {
        return new Subject.Lead(leadEmail).logKey(organizationId);
    }
}
