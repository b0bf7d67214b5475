package io.salesbrain.simulator.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** What one telling of an event leaves in the journal: an entry for each try, and for each the truth about what followed. */
final class Tracks {
    private final Journal journal;
    private final String payload;
    private final String leadEmail;
    private final List<UUID> entries = new ArrayList<>();
    private Optional<UUID> group = Optional.empty();

    Tracks(Journal journal, Outgoing event, String payload) {
        this.journal = journal;
        this.payload = payload;
        this.leadEmail = event.body().path("lead_email").asText();
    }

    /** @param next when it will be tried again, if it will */
    void tried(URI url, Answer answer, Instant at, Optional<Instant> next) {
        entries.forEach(earlier -> journal.change(earlier, JournalEntry::withoutNextRetry));
        if (next.isPresent() && group.isEmpty()) {
            group = Optional.of(UUID.randomUUID());
        }
        leave(
                url,
                at,
                answer.status(),
                answer.error(),
                OptionalLong.of(answer.took().toMillis()),
                next);
    }

    /** Nothing was tried, and nothing will be. */
    void never(URI url, String why, Instant at) {
        leave(url, at, OptionalInt.empty(), Optional.of(why), OptionalLong.empty(), Optional.empty());
    }

    /** There will be no more tries. */
    void ended(boolean taken) {
        boolean retried = entries.size() > 1;
        entries.forEach(entry -> journal.change(entry, one -> retried ? one.decided(taken) : one.withoutNextRetry()));
    }

    private void leave(
            URI url,
            Instant at,
            OptionalInt status,
            Optional<String> error,
            OptionalLong responseTimeMs,
            Optional<Instant> next) {
        UUID id = UUID.randomUUID();
        journal.add(new JournalEntry(
                id,
                at,
                url.toString(),
                payload,
                leadEmail,
                status,
                error,
                responseTimeMs,
                entries.size(),
                next,
                group,
                Optional.empty()));
        entries.add(id);
    }
}
