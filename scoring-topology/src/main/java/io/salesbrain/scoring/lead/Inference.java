package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventId;
import io.salesbrain.events.EventIdentity;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;

/** The identity of a send that nobody delivered but a later event proves. */
final class Inference {
    private Inference() {}

    static String eventId(OrganizationId organization, String leadEmail, Email email) {
        var cause = email.cause();
        return EventId.of(
                organization,
                new EventIdentity(
                        EventType.CUSTOM,
                        "inferred email_sent",
                        cause.sentAtMs(),
                        cause.workspace(),
                        cause.campaignId(),
                        leadEmail,
                        cause.account(),
                        cause.emailId(),
                        email.step()));
    }
}
