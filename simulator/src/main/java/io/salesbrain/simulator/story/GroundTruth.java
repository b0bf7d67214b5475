package io.salesbrain.simulator.story;

import io.salesbrain.simulator.letters.ReplyCategory;
import io.salesbrain.simulator.scenario.Actor;
import io.salesbrain.simulator.scenario.Happening;
import io.salesbrain.simulator.scenario.Happening.AboutMail;
import io.salesbrain.simulator.scenario.Happening.Replied;
import io.salesbrain.simulator.scenario.ScriptedEvent;
import io.salesbrain.simulator.world.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What really happened, for those who measure how well it was guessed. Keeps the newest {@link #MOST_EVENTS} events. */
public final class GroundTruth {
    public static final int MOST_EVENTS = 200_000;

    /** How a payload is found again, by fields it carries. {@code leadEmail} is empty for events about no lead. */
    public record Key(UUID workspace, String eventType, String leadEmail, Instant timestamp) {}

    /** The truth of one event; {@code category} and {@code backOn} are those of its reply. */
    public record Truth(
            String organizationId,
            Key key,
            Actor actor,
            Optional<ReplyCategory> category,
            Optional<LocalDate> backOn,
            boolean automaticReply) {}

    private final Map<Key, Truth> truths = new LinkedHashMap<>();

    /** The truth about the event whose payload carries these fields. */
    public synchronized Optional<Truth> find(UUID workspace, String eventType, String leadEmail, Instant timestamp) {
        return Optional.ofNullable(truths.get(new Key(workspace, eventType, leadEmail, timestamp)));
    }

    public synchronized List<Truth> matching(Predicate<Truth> wanted) {
        return truths.values().stream().filter(wanted).toList();
    }

    public synchronized int size() {
        return truths.size();
    }

    synchronized void add(Organization organization, ScriptedEvent event, Instant timestamp) {
        Happening happening = event.moment().happening();
        String lead = happening instanceof AboutMail about ? about.mail().lead().email() : "";
        Key key = new Key(
                organization.workspaceId(), happening.eventType(), lead, timestamp.truncatedTo(ChronoUnit.MILLIS));
        Optional<Replied> replied = happening instanceof Replied reply ? Optional.of(reply) : Optional.empty();
        truths.put(
                key,
                new Truth(
                        organization.id(),
                        key,
                        event.moment().actor(),
                        replied.map(one -> one.reply().category()),
                        replied.flatMap(one -> one.reply().backOn()),
                        replied.map(one -> one.reply().automatic()).orElse(false)));
        if (truths.size() > MOST_EVENTS) {
            truths.remove(truths.keySet().iterator().next());
        }
    }
}
