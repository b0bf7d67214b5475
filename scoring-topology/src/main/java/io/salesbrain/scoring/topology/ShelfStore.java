package io.salesbrain.scoring.topology;

import io.salesbrain.events.EventId;
import io.salesbrain.events.EventIdentity;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.scoring.lead.Shelf;
import io.salesbrain.scoring.lead.Touch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The touches of flooded subjects that were laid aside, one record each, by subject and event. They are kept for a
 * while after their arrival and then swept out, a few at a time: their counts stay, only a copy of the same event that
 * comes later than that is not recognised any more.
 */
final class ShelfStore {
    /** No subject's key and no hash holds it. */
    private static final char BETWEEN = '\u0000';

    private static final int SWEPT_AT_ONCE = 1_000;

    private final KeyValueStore<String, Shelved> store;
    private final Duration kept;
    private @Nullable String sweptUpTo;

    ShelfStore(KeyValueStore<String, Shelved> store, Duration kept) {
        this.store = store;
        this.kept = kept;
    }

    /** The shelf of one subject. */
    Shelf of(OrganizationId organization, String subject, long nowMs) {
        return new SubjectShelf(organization, subject + BETWEEN, nowMs);
    }

    /** Looks at the next few records and drops the old ones among them; begins anew behind the last. */
    void sweep(long nowMs) {
        var old = new ArrayList<String>();
        String last = null;
        int seen = 0;
        try (KeyValueIterator<String, Shelved> records = from(sweptUpTo)) {
            while (seen < SWEPT_AT_ONCE && records.hasNext()) {
                KeyValue<String, Shelved> record = records.next();
                last = record.key;
                seen++;
                if (record.value.shelvedAtMs() < nowMs - kept.toMillis()) {
                    old.add(record.key);
                }
            }
        }
        old.forEach(store::delete);
        sweptUpTo = seen < SWEPT_AT_ONCE ? null : last;
    }

    @SuppressWarnings("NullAway") // Kafka takes null for an open end.
    private KeyValueIterator<String, Shelved> from(@Nullable String key) {
        return key == null ? store.all() : store.range(key, null);
    }

    private final class SubjectShelf implements Shelf {
        private final OrganizationId organization;
        private final String prefix;
        private final long nowMs;

        SubjectShelf(OrganizationId organization, String prefix, long nowMs) {
            this.organization = organization;
            this.prefix = prefix;
            this.nowMs = nowMs;
        }

        @Override
        public boolean holds(Touch touch) {
            return store.get(key(touch)) != null;
        }

        @Override
        public void put(Touch touch) {
            store.put(key(touch), new Shelved(nowMs, touch));
        }

        @Override
        public void remove(Touch touch) {
            store.delete(key(touch));
        }

        @Override
        public List<Touch> all() {
            var touches = new ArrayList<Touch>();
            try (var records = store.prefixScan(prefix, Serdes.String().serializer())) {
                records.forEachRemaining(record -> touches.add(record.value.touch()));
            }
            return touches;
        }

        private String key(Touch touch) {
            return prefix
                    + EventId.of(
                            organization,
                            new EventIdentity(
                                    touch.type(),
                                    touch.name(),
                                    touch.sentAtMs(),
                                    touch.workspace(),
                                    touch.campaignId(),
                                    // The name of another type than custom is the lead it names.
                                    touch.name(),
                                    touch.account(),
                                    touch.emailId(),
                                    touch.step()));
        }
    }
}
