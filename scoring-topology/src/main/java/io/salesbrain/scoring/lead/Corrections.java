package io.salesbrain.scoring.lead;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people said of a lead's replies, by the event id of a delivery. They may be known before the reply is, when all is
 * computed anew from the log. Of several about one delivery the latest counts, and of very many the latest stay, so
 * what is remembered in the end is the same for any order of arrival.
 */
public record Corrections(Map<String, Said> byEventId) {
    public static final Corrections NONE = new Corrections(Map.of());

    /** Nobody corrects more replies of one lead by hand; what it costs stays bounded. */
    public static final int MOST = 200;

    /** The order in which what was said later wins; of the same instant always the same. */
    static final Comparator<Said> BY_TIME = Comparator.comparingLong(Said::atMs)
            .thenComparing(Said::category, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** @param category null takes back what was said before */
    public record Said(@Nullable ReplyCategory category, long atMs) {}

    public Corrections {
        byEventId = Map.copyOf(byEventId);
        if (byEventId.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " replies of a lead are corrected");
        }
    }

    public Corrections with(String eventId, Said said) {
        var known = byEventId.get(eventId);
        if (known != null && BY_TIME.compare(known, said) >= 0) {
            return this;
        }
        var more = new HashMap<>(byEventId);
        more.put(eventId, said);
        if (more.size() > MOST) {
            more.entrySet().stream()
                    .min(Map.Entry.<String, Said>comparingByValue(BY_TIME).thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .ifPresent(more::remove);
        }
        return new Corrections(more);
    }

    /** What was said of these touches; the others are missing. */
    Map<Touch, Said> of(OrganizationId organization, String leadEmail, Iterable<Touch> touches) {
        if (byEventId.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<Touch, Said>();
        for (var touch : touches) {
            if (Transcript.isReply(touch.type())) {
                var said = byEventId.get(touch.eventId(organization, leadEmail));
                if (said != null) {
                    found.put(touch, said);
                }
            }
        }
        return found;
    }

    /** In an order of its own, for the store. */
    NavigableMap<String, Said> inOrder() {
        return new TreeMap<>(byEventId);
    }
}
