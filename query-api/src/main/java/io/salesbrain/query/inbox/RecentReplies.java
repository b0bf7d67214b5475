package io.salesbrain.query.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.salesbrain.clickhouse.query.Judgement;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.clickhouse.query.Letters;
import io.salesbrain.events.Classified;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.Json;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoredEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The latest replies as they were scored, for the moment until the warehouse has them. */
final class RecentReplies {
    private static final int MOST = 2_000;
    private static final long MOST_CHARACTERS = 16 << 20;

    private record Key(OrganizationId organization, String eventId) {}

    private record Kept(Key key, long characters) {}

    private final Map<Key, Letter> letters = new HashMap<>();
    private final Deque<Kept> order = new ArrayDeque<>();
    private long characters;

    void accept(ScoredEvent scored) {
        var event = scored.event();
        if (event.type() == EventType.REPLY_RECEIVED || event.type() == EventType.AUTO_REPLY_RECEIVED) {
            keep(new Key(event.organizationId(), event.eventId()), letter(event, scored.classified()));
        }
    }

    private synchronized void keep(Key key, Letter letter) {
        if (letters.put(key, letter) == null) {
            long size = letter.text().length() + (long) letter.html().length();
            order.add(new Kept(key, size));
            characters += size;
        }
        while (order.size() > MOST || characters > MOST_CHARACTERS) {
            var oldest = order.remove();
            characters -= oldest.characters();
            letters.remove(oldest.key());
        }
    }

    synchronized List<Letter> of(OrganizationId organization, Collection<String> eventIds) {
        return eventIds.stream()
                .flatMap(id -> Optional.ofNullable(letters.get(new Key(organization, id))).stream())
                .toList();
    }

    synchronized List<Letter> of(OrganizationId organization, Predicate<Letter> wanted) {
        return letters.entrySet().stream()
                .filter(entry -> entry.getKey().organization().equals(organization))
                .map(Map.Entry::getValue)
                .filter(wanted)
                .toList();
    }

    private static Letter letter(Event event, @Nullable Classified classified) {
        var reply = event.reply();
        var raw = raw(event);
        var snippet = classified != null ? classified.snippet() : reply == null ? "" : reply.snippet();
        return new Letter(
                event.eventId(),
                event.type(),
                event.at(),
                event.leadEmail(),
                event.campaignId(),
                event.account(),
                event.step(),
                event.emailId(),
                reply == null ? "" : reply.subject(),
                reply == null ? "" : reply.text(),
                reply == null ? "" : reply.html(),
                snippet,
                raw.path("unibox_url").asText(""),
                judgement(classified),
                false,
                columns(raw));
    }

    private static Judgement judgement(@Nullable Classified classified) {
        return classified == null
                ? Judgement.NONE
                : new Judgement(
                        Optional.of(classified.category()),
                        classified.probabilities(),
                        classified.abstained(),
                        classified.language());
    }

    private static JsonNode raw(Event event) {
        try {
            return Json.MAPPER.readTree(event.raw());
        } catch (JsonProcessingException e) {
            // The delivery was read before; whatever is odd about it here, the reply itself is known.
            return MissingNode.getInstance();
        }
    }

    private static Map<String, String> columns(JsonNode raw) {
        var columns = new HashMap<String, String>();
        raw.properties().forEach(column -> {
            if (column.getValue().isTextual() && column.getValue().textValue().length() <= 1_000) {
                var name = column.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
                columns.putIfAbsent(name, column.getValue().textValue());
            }
        });
        columns.keySet().retainAll(Letters.COLUMNS);
        return columns;
    }
}
