package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list that comes in pages behind opaque cursors. The last page may still carry a cursor, so an empty page ends it too;
 * a cursor that was there before would lead in a circle and is an error.
 */
public final class Listing<T> {
    static final int PAGE = 100;
    private static final int MOST_PAGES = 100_000;

    /** Asks for the page behind a cursor. */
    interface Fetch {
        JsonNode page(Optional<String> startingAfter) throws InterruptedException;
    }

    /** What is done with a page; false ends the reading. */
    public interface Reader<T> {
        boolean take(List<T> page) throws InterruptedException;
    }

    private final String name;
    private final Fetch fetch;
    private final Function<JsonNode, T> reader;

    Listing(String name, Fetch fetch, Function<JsonNode, T> reader) {
        this.name = name;
        this.fetch = fetch;
        this.reader = reader;
    }

    /** Page by page, so that nobody has to hold all of it. */
    public void read(Reader<T> pages) throws InterruptedException {
        var seen = new HashSet<String>();
        var after = Optional.<String>empty();
        do {
            var answer = fetch.page(after);
            var items = new ArrayList<T>();
            answer.path("items").forEach(item -> items.add(reader.apply(item)));
            if (items.isEmpty() || !pages.take(List.copyOf(items))) {
                return;
            }
            after = new Fields(answer).optionalText("next_starting_after");
            if (after.isPresent() && !seen.add(after.get())) {
                throw new InstantlyException.BadAnswer(
                        name + " gave the cursor " + after.get() + " twice; its pages go in a circle.");
            }
        } while (after.isPresent() && seen.size() < MOST_PAGES);
    }

    /** Everything, for lists that are small enough to hold. */
    public List<T> all() throws InterruptedException {
        var all = new ArrayList<T>();
        read(page -> all.addAll(page));
        return all;
    }
}
