package io.salesbrain.scoring.reference;

import io.salesbrain.events.Classified;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCorrection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened with one lead.
 *
 * @param events the distinct ones, by time
 * @param corrections what people said of replies
 * @param read what the model made of the replies it was asked about, by event id
 */
record Story(List<Event> events, List<ReplyCorrection> corrections, Map<String, Classified> read) {
    /** What happened at one instant has no order; the product takes this one, so that all agree on one. */
    static final Comparator<Event> BY_TIME = Comparator.comparing(Event::at)
            .thenComparing(Event::type)
            .thenComparing(Event::sentAt)
            .thenComparing(Event::campaignId)
            .thenComparingInt(event -> event.step().sequence())
            .thenComparingInt(event -> event.step().step())
            .thenComparingInt(event -> event.step().variant())
            .thenComparing(Event::account)
            .thenComparing(Event::emailId)
            .thenComparing(Event::name)
            .thenComparing(Event::workspace);

    /** §2, identity: a known id has no effect. */
    static Story of(Collection<Event> delivered, List<ReplyCorrection> corrections, Map<String, Classified> read) {
        var distinct = new ArrayList<Event>();
        var known = new HashSet<String>();
        for (var event : delivered) {
            if (known.add(event.eventId())) {
                distinct.add(event);
            }
        }
        distinct.sort(BY_TIME);
        return new Story(distinct, corrections, read);
    }

    List<Event> all(EventType type) {
        return events.stream().filter(event -> event.type() == type).toList();
    }

    List<Event> all(Set<EventType> types) {
        return events.stream().filter(event -> types.contains(event.type())).toList();
    }

    boolean has(EventType type) {
        return !all(type).isEmpty();
    }
}
