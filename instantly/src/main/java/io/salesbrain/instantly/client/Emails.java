package io.salesbrain.instantly.client;

import java.time.Instant;
import java.util.Optional;

/** {@code /emails}: the Unibox. Listing it is limited to 20 requests a minute. */
public final class Emails {
    private static final String ALL = "/emails";

    private final Transport transport;

    Emails(Transport transport) {
        this.transport = transport;
    }

    /**
     * Which messages to list, the oldest first.
     *
     * @param type received, sent or manual
     */
    public record Query(
            Optional<String> campaignId, Optional<String> type, Optional<String> lead, Optional<Instant> since) {}

    public Listing<Email> list(Query query) {
        var call = Call.get(ALL)
                .with("limit", Listing.PAGE)
                .with("sort_order", "asc")
                .with("campaign_id", query.campaignId())
                .with("email_type", query.type())
                .with("lead", query.lead())
                .with("min_timestamp_created", query.since());
        return new Listing<>("GET " + ALL, after -> transport.send(call.with("starting_after", after)), Email::of);
    }

    public Email get(String id) throws InterruptedException {
        return Email.of(transport.send(Call.get(ALL + "/{id}", id)));
    }

    /** Sends it; it is never tried twice unless Instantly said that it was not done. */
    public Email reply(ReplyDraft draft) throws InterruptedException {
        return Email.of(transport.send(Call.post(ALL + "/reply", draft.json())));
    }
}
