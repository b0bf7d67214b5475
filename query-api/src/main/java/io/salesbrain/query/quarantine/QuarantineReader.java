package io.salesbrain.query.quarantine;

import io.salesbrain.events.Quarantined;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.query.quarantine.PartitionReader.Placed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds what was set aside in the log: page by page, one by one, or all from the oldest on. */
public final class QuarantineReader {
    /** An id begins with the arrival in milliseconds, in hex. */
    private static final Pattern ID = Pattern.compile("([0-9a-f]{12})[0-9a-f]{16}");

    /** It is appended after it arrived; the clocks that say so are not quite the same. */
    private static final Duration APPENDED_BEFORE = Duration.ofMinutes(1);

    private static final Duration APPENDED_WITHIN = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Includes what is done with the records on the way. */
    private static final Duration WALK_PATIENCE = Duration.ofMinutes(2);

    private static final int HEX = 16;

    private final LogConfig log;
    private final NewestFirst<Quarantined> newestFirst;

    public QuarantineReader(LogConfig log) {
        this.log = log;
        this.newestFirst = new NewestFirst<>(log, Topics.QUARANTINE);
    }

    /** The newest records, or those older than an offset, that pass the filter; at most so many. */
    public NewestFirst.Found<Quarantined> newest(Optional<Long> before, int limit, Predicate<Quarantined> filter)
            throws InterruptedException {
        return newestFirst.page(before, limit, filter);
    }

    public Optional<Quarantined> find(String quarantineId) {
        var found = new ArrayList<Quarantined>();
        find(Set.of(quarantineId), found::add);
        return found.stream().findFirst();
    }

    /** Hands out those of these that are there, each once, reading only around the times at which they arrived. */
    public void find(Set<String> quarantineIds, Consumer<Quarantined> found) {
        var spans = spans(quarantineIds);
        if (spans.isEmpty()) {
            return;
        }
        try (var reader = new PartitionReader<>(log, Topics.QUARANTINE, PATIENCE)) {
            for (var span : spans) {
                long to = reader.firstSince(span.to());
                reader.goTo(reader.firstSince(span.from()));
                while (!span.wanted().isEmpty()) {
                    var some = reader.readSome(to);
                    if (some.isEmpty()) {
                        break;
                    }
                    some.stream()
                            .map(Placed::record)
                            .filter(record -> span.wanted().remove(record.quarantineId()))
                            .forEach(found);
                }
            }
        }
    }

    /** A stretch of time in which these were appended, if they were. */
    private record Span(Instant from, Instant to, Set<String> wanted) {}

    private static List<Span> spans(Set<String> quarantineIds) {
        var spans = new ArrayList<Span>();
        // Ids sort by arrival.
        for (var id : new TreeSet<>(quarantineIds)) {
            var shape = ID.matcher(id);
            if (shape.matches()) {
                var arrival = Instant.ofEpochMilli(Long.parseLong(shape.group(1), HEX));
                var from = arrival.minus(APPENDED_BEFORE);
                var wanted = new HashSet<>(Set.of(id));
                if (!spans.isEmpty() && spans.getLast().to().isAfter(from)) {
                    var last = spans.removeLast();
                    from = last.from();
                    wanted.addAll(last.wanted());
                }
                spans.add(new Span(from, arrival.plus(APPENDED_WITHIN), wanted));
            }
        }
        return spans;
    }

    /** Looks at one record after another. */
    @FunctionalInterface
    public interface Visitor {
        /** @return whether to go on with the next one */
        boolean visit(Quarantined record);
    }

    /**
     * From the oldest, or an offset, on, to what the newest is at the start.
     *
     * @return where to go on; empty when the visitor saw all
     */
    public Optional<Long> walk(Optional<Long> from, Visitor visitor) {
        try (var reader = new PartitionReader<>(log, Topics.QUARANTINE, WALK_PATIENCE)) {
            long begin = reader.begin();
            long end = reader.end();
            reader.goTo(Math.clamp(from.orElse(begin), begin, Math.max(begin, end)));
            for (var some = reader.readSome(end); !some.isEmpty(); some = reader.readSome(end)) {
                for (var placed : some) {
                    if (!visitor.visit(placed.record())) {
                        return placed.offset() + 1 < end ? Optional.of(placed.offset() + 1) : Optional.empty();
                    }
                }
            }
            return Optional.empty();
        }
    }
}
