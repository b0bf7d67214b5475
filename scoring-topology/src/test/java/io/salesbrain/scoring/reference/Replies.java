package io.salesbrain.scoring.reference;

import io.salesbrain.events.CategorySource;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ReplyCorrection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** §2, replies: which deliveries are one reply, what it means and who says so. */
final class Replies {
    /** What a reply, or a label without one, says, from which moment on. */
    record Word(Instant at, ReplyCategory category) {}

    /** @param category empty while nobody and nothing says */
    record Reply(
            List<Event> deliveries, Optional<ReplyCategory> category, Optional<CategorySource> source, Instant wordAt) {
        Event first() {
            return deliveries.getFirst();
        }

        /** What is shown for it: the first that did not come as automatic. The specification is silent. */
        Event face() {
            return deliveries.stream()
                    .filter(delivery -> delivery.type() == EventType.REPLY_RECEIVED)
                    .findFirst()
                    .orElse(first());
        }

        Instant at() {
            return first().at();
        }

        boolean automatic() {
            return isAutomatic(deliveries);
        }

        /** §2: not delivered as automatic, and not an absence by its category. */
        boolean human() {
            return !automatic() && !is(ReplyCategory.OUT_OF_OFFICE);
        }

        boolean is(ReplyCategory other) {
            return category.filter(other::equals).isPresent();
        }

        boolean positive() {
            return category.filter(ReplyCategory::isPositive).isPresent();
        }
    }

    static final Set<EventType> REPLIES = Set.of(EventType.REPLY_RECEIVED, EventType.AUTO_REPLY_RECEIVED);

    /** §2: what Instantly's labels mean. */
    static final Map<EventType, ReplyCategory> LABELS = Map.of(
            EventType.LEAD_INTERESTED, ReplyCategory.INTERESTED,
            EventType.LEAD_NOT_INTERESTED, ReplyCategory.NOT_INTERESTED,
            EventType.LEAD_MEETING_BOOKED, ReplyCategory.MEETING_REQUEST,
            EventType.LEAD_OUT_OF_OFFICE, ReplyCategory.OUT_OF_OFFICE,
            EventType.LEAD_WRONG_PERSON, ReplyCategory.WRONG_PERSON);

    private static final Duration SAME_TEXT = Duration.ofMinutes(10);

    private final Story story;
    private final List<Reply> all = new ArrayList<>();
    private final List<Event> labelsAlone = new ArrayList<>();

    Replies(Story story) {
        this.story = story;
        var groups = sameReplies(story.all(REPLIES));
        var labels = story.all(LABELS.keySet());
        for (var label : labels) {
            if (answered(label, groups).isEmpty()) {
                labelsAlone.add(label);
            }
        }
        for (var group : groups) {
            var its = labels.stream()
                    .filter(label ->
                            answered(label, groups).filter(group::equals).isPresent())
                    .toList();
            all.add(judged(group, its));
        }
        all.sort(Comparator.comparing(Reply::first, Story.BY_TIME));
    }

    List<Reply> all() {
        return all;
    }

    /** Labels of a lead that had not replied in that campaign by then. */
    List<Event> labelsAlone() {
        return labelsAlone;
    }

    static ReplyCategory meaning(Event label) {
        return Objects.requireNonNull(LABELS.get(label.type()));
    }

    boolean repliedIn(String campaign) {
        return all.stream().anyMatch(reply -> reply.first().campaignId().equals(campaign));
    }

    /** All that was said, by replies and by labels that stand for themselves. */
    List<Word> words() {
        var words = new ArrayList<Word>();
        for (var reply : all) {
            reply.category().ifPresent(category -> words.add(new Word(reply.wordAt(), category)));
        }
        for (var label : labelsAlone) {
            words.add(new Word(label.at(), meaning(label)));
        }
        words.sort(Comparator.comparing(Word::at).thenComparing(Word::category));
        return words;
    }

    private static boolean isAutomatic(List<Event> deliveries) {
        return deliveries.stream().anyMatch(event -> event.type() == EventType.AUTO_REPLY_RECEIVED);
    }

    /** Groups of deliveries of one message: whoever is the same as one of a group belongs to it. */
    private static List<List<Event>> sameReplies(List<Event> deliveries) {
        List<List<Event>> groups = new ArrayList<>();
        for (var delivery : deliveries) {
            var joined = new ArrayList<Event>(List.of(delivery));
            for (var group : List.copyOf(groups)) {
                if (group.stream().anyMatch(other -> same(other, delivery))) {
                    groups.remove(group);
                    joined.addAll(group);
                }
            }
            joined.sort(Story.BY_TIME);
            groups.add(joined);
        }
        return groups;
    }

    private static boolean same(Event one, Event other) {
        boolean sameId = !one.emailId().isEmpty() && one.emailId().equals(other.emailId());
        boolean sameText = VisibleText.of(one).equals(VisibleText.of(other))
                && Duration.between(one.at(), other.at()).abs().compareTo(SAME_TEXT) <= 0;
        return one.campaignId().equals(other.campaignId()) && (sameId || sameText);
    }

    /** §2: a label belongs to the latest reply, automatic or not, in its campaign at or before it. */
    private static Optional<List<Event>> answered(Event label, List<List<Event>> groups) {
        return groups.stream()
                .filter(group -> group.getFirst().campaignId().equals(label.campaignId()))
                .filter(group -> !group.getFirst().at().isAfter(label.at()))
                .max(Comparator.comparing(List::getFirst, Story.BY_TIME));
    }

    /** §2, effective category: a person, else Instantly's latest label, else the model. */
    private Reply judged(List<Event> deliveries, List<Event> labels) {
        var at = deliveries.getFirst().at();
        var person = corrected(deliveries);
        if (person.isPresent()) {
            return new Reply(deliveries, person, Optional.of(CategorySource.PERSON), at);
        }
        if (!labels.isEmpty()) {
            var latest = labels.getLast();
            return new Reply(
                    deliveries, Optional.of(meaning(latest)), Optional.of(CategorySource.INSTANTLY), latest.at());
        }
        var model = read(deliveries);
        return new Reply(deliveries, model, model.map(category -> CategorySource.MODEL), at);
    }

    private Optional<ReplyCategory> corrected(List<Event> deliveries) {
        var ids = deliveries.stream().map(Event::eventId).toList();
        return story.corrections().stream()
                .filter(correction -> ids.contains(correction.eventId()))
                .max(Comparator.comparing(ReplyCorrection::at))
                .flatMap(correction -> Optional.ofNullable(correction.category()));
    }

    /** §2: the model has no say where it abstains, nor in what came as automatic. */
    private Optional<ReplyCategory> read(List<Event> deliveries) {
        if (isAutomatic(deliveries)) {
            return Optional.empty();
        }
        return Optional.ofNullable(story.read().get(deliveries.getFirst().eventId()))
                .filter(classified -> !classified.abstained())
                .map(classified -> classified.category());
    }
}
