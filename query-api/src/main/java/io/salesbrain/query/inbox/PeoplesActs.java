package io.salesbrain.query.inbox;

import io.salesbrain.events.InboxAct;
import io.salesbrain.events.InboxAct.Answer;
import io.salesbrain.events.InboxAct.LeadAssignment;
import io.salesbrain.events.InboxAct.Mark;
import io.salesbrain.events.InboxAct.MarkKind;
import io.salesbrain.events.InboxAct.Note;
import io.salesbrain.events.InboxAct.Sending;
import io.salesbrain.events.InboxAct.ThreadAssignment;
import io.salesbrain.events.ReplyCorrection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people of one organization did, by the event it was done to. It may be known before the event: the two are read
 * from different topics.
 */
final class PeoplesActs {
    /** The order in which acts count: a later one is the later word, and of one instant always the same one. */
    private static final Comparator<InboxAct> ORDER =
            Comparator.comparing(InboxAct::at).thenComparing(InboxAct::key);

    private final Map<String, InboxAct> byKey = new HashMap<>();
    private final Map<String, Map<String, InboxAct>> byEvent = new HashMap<>();
    private final Map<String, LeadAssignment> byLead = new HashMap<>();
    private final Map<String, ReplyCorrection> corrections = new HashMap<>();

    /** @return the events it was or is about */
    List<String> accept(String key, @Nullable InboxAct act) {
        var touched = new ArrayList<String>(2);
        var before = act == null ? byKey.remove(key) : byKey.put(key, act);
        if (before != null) {
            eventOf(before).ifPresent(event -> {
                byEvent.getOrDefault(event, Map.of()).remove(key);
                touched.add(event);
            });
            if (before instanceof LeadAssignment assignment) {
                byLead.remove(assignment.leadEmail());
            }
        }
        if (act != null) {
            eventOf(act).ifPresent(event -> {
                byEvent.computeIfAbsent(event, _ -> new LinkedHashMap<>(2)).put(key, act);
                touched.add(event);
            });
            if (act instanceof LeadAssignment assignment) {
                byLead.put(assignment.leadEmail(), assignment);
            }
        }
        return touched;
    }

    private static Optional<String> eventOf(InboxAct act) {
        return switch (act) {
            case Mark mark -> Optional.of(mark.eventId());
            case ThreadAssignment assignment -> Optional.of(assignment.eventId());
            case LeadAssignment _ -> Optional.empty();
            case Note note -> Optional.of(note.eventId());
            case Answer answer -> Optional.of(answer.eventId());
        };
    }

    void correct(ReplyCorrection correction) {
        corrections.merge(
                correction.eventId(), correction, (known, later) -> later.at().isBefore(known.at()) ? known : later);
    }

    /** The latest word of a person on what a reply means, said of any of its deliveries. */
    Optional<ReplyCorrection> correction(Collection<String> deliveries) {
        return corrections(deliveries).max(Comparator.comparing(ReplyCorrection::at));
    }

    Stream<ReplyCorrection> corrections(Collection<String> events) {
        return events.stream().distinct().map(corrections::get).flatMap(Stream::ofNullable);
    }

    Optional<LeadAssignment> ofLead(String leadEmail) {
        return Optional.ofNullable(byLead.get(leadEmail));
    }

    Optional<Answer> answer(String key) {
        return byKey.get(key) instanceof Answer answer ? Optional.of(answer) : Optional.empty();
    }

    Optional<Note> note(String key) {
        return byKey.get(key) instanceof Note note ? Optional.of(note) : Optional.empty();
    }

    /** In the order in which they were done. */
    private <T extends InboxAct> Stream<T> of(Collection<String> events, Class<T> type) {
        return events.stream()
                .distinct()
                .flatMap(event -> byEvent.getOrDefault(event, Map.of()).values().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .sorted(ORDER);
    }

    List<Note> notes(Collection<String> events) {
        return of(events, Note.class).toList();
    }

    List<Answer> answers(Collection<String> events) {
        return of(events, Answer.class).toList();
    }

    Optional<ThreadAssignment> assignment(Collection<String> events) {
        return of(events, ThreadAssignment.class).reduce((_, later) -> later);
    }

    /** Whether all replies up to this one are done: by a mark, or by an answer. */
    boolean isDone(Collection<String> events, Instant latestReplyAt) {
        return covers(events, latestReplyAt, MarkKind.DONE);
    }

    /** Whether all replies up to this one were read; whoever says done, or answers, has read them. */
    boolean isRead(Collection<String> events, Instant latestReplyAt) {
        return covers(events, latestReplyAt, MarkKind.READ);
    }

    /** What takes a mark back outweighs all that was said before it. */
    private boolean covers(Collection<String> events, Instant latestReplyAt, MarkKind kind) {
        var takenBackAt = of(events, Mark.class)
                .filter(mark -> mark.mark() == kind && !mark.set())
                .map(Mark::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        var marks = of(events, Mark.class)
                .filter(mark -> mark.set() && (mark.mark() == kind || kind == MarkKind.READ))
                .filter(mark -> mark.at().isAfter(takenBackAt))
                .map(Mark::upTo);
        var answers = of(events, Answer.class)
                .filter(answer ->
                        answer.sending() == Sending.SENT && answer.at().isAfter(takenBackAt))
                .map(Answer::upTo);
        return Stream.of(marks, answers).flatMap(Function.identity()).anyMatch(upTo -> !upTo.isBefore(latestReplyAt));
    }
}
