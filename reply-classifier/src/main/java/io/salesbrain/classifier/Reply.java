package io.salesbrain.classifier;

import java.time.Instant;

/**
 * A reply as it arrived; a part that is missing is the empty string.
 *
 * @param machineHeaders the mail's headers say that a machine wrote it (RFC 3834 and its older kin)
 */
public record Reply(String subject, String text, String html, Instant receivedAt, boolean machineHeaders) {
    /** A reply of which only the text is known. */
    public static Reply ofText(String text, Instant receivedAt) {
        return new Reply("", text, "", receivedAt, false);
    }
}
