package io.salesbrain.simulator.delivery;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The newest tries of a workspace's webhooks. What is older than there is room for, in number or in size, is forgotten. */
public final class Journal {
    public static final int MOST_ENTRIES = 10_000;
    public static final long MOST_PAYLOAD = 24L << 20;

    private final int mostEntries;
    private final long mostPayload;
    private final SequencedMap<UUID, JournalEntry> entries = new LinkedHashMap<>();
    private long payload;

    public Journal() {
        this(MOST_ENTRIES, MOST_PAYLOAD);
    }

    /** @param mostPayload in characters, over all entries */
    Journal(int mostEntries, long mostPayload) {
        this.mostEntries = mostEntries;
        this.mostPayload = mostPayload;
    }

    /** For those who never look anything up. */
    static Journal keepingNothing() {
        return new Journal(0, 0);
    }

    public synchronized Optional<JournalEntry> find(UUID id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** The newest first; after the given one where one is given, which finds nothing once that one is forgotten. */
    public synchronized List<JournalEntry> newest(Optional<UUID> after, Predicate<JournalEntry> wanted, int limit) {
        List<JournalEntry> found = new ArrayList<>();
        boolean begun = after.isEmpty();
        for (JournalEntry entry : entries.sequencedValues().reversed()) {
            if (found.size() == limit) {
                break;
            }
            if (begun && wanted.test(entry)) {
                found.add(entry);
            }
            begun |= after.filter(entry.id()::equals).isPresent();
        }
        return found;
    }

    public List<JournalEntry> all(Predicate<JournalEntry> wanted) {
        return newest(Optional.empty(), wanted, Integer.MAX_VALUE);
    }

    synchronized void add(JournalEntry entry) {
        entries.put(entry.id(), entry);
        payload += entry.payload().length();
        Iterator<JournalEntry> oldest = entries.values().iterator();
        while (entries.size() > mostEntries || payload > mostPayload) {
            payload -= oldest.next().payload().length();
            oldest.remove();
        }
    }

    synchronized void change(UUID id, UnaryOperator<JournalEntry> change) {
        entries.computeIfPresent(id, (same, entry) -> change.apply(entry));
    }
}
