package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The canonical event types and every name Instantly, or the people who configure it, use for them. This table is the
 * single place where a new name is added; whatever is not in it is a {@link #CUSTOM} event that keeps its name.
 */
public enum EventType {
    EMAIL_SENT(Concerns.LEAD),
    EMAIL_OPENED(Concerns.LEAD),
    EMAIL_CLICKED(Concerns.LEAD, "link_clicked", "email_link_clicked"),
    REPLY_RECEIVED(Concerns.LEAD),
    AUTO_REPLY_RECEIVED(Concerns.LEAD),
    EMAIL_BOUNCED(Concerns.LEAD),
    EMAIL_UNSUBSCRIBED(Concerns.LEAD, "lead_unsubscribed"),
    EMAIL_SPAM_REPORT(Concerns.LEAD),
    LEAD_INTERESTED(Concerns.LEAD),
    LEAD_NOT_INTERESTED(Concerns.LEAD),
    LEAD_NEUTRAL(Concerns.LEAD),
    LEAD_MEETING_BOOKED(Concerns.LEAD),
    LEAD_MEETING_COMPLETED(Concerns.LEAD),
    LEAD_NO_SHOW(Concerns.LEAD),
    LEAD_CLOSED(Concerns.LEAD),
    LEAD_OUT_OF_OFFICE(Concerns.LEAD),
    LEAD_WRONG_PERSON(Concerns.LEAD),
    LEAD_COMPLETED(Concerns.LEAD),
    LEAD_ERROR(Concerns.LEAD),
    CAMPAIGN_STARTED(Concerns.CAMPAIGN),
    CAMPAIGN_PAUSED(Concerns.CAMPAIGN),
    CAMPAIGN_COMPLETED(Concerns.CAMPAIGN),
    ACCOUNT_ERROR(Concerns.ACCOUNT),
    ACCOUNT_SUSPENDED(Concerns.ACCOUNT),
    /** A name outside the vocabulary, often a customer's own label: kept, counted, shown, never scored. */
    CUSTOM(Concerns.ANYTHING);

    /** What an event of a type must name to be usable. */
    public enum Concerns {
        LEAD,
        CAMPAIGN,
        ACCOUNT,
        ANYTHING
    }

    private static final Map<String, EventType> BY_NAME = Stream.of(values())
            .filter(type -> type != CUSTOM)
            .flatMap(type -> type.acceptedNames().stream().map(name -> Map.entry(name, type)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, EventType> BY_LABEL =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(EventType::label, Function.identity()));

    private final String label = name().toLowerCase(Locale.ROOT);
    private final Concerns concerns;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the checker cannot see it.
    private final List<String> aliases;

    EventType(Concerns concerns, String... aliases) {
        this.concerns = concerns;
        this.aliases = List.of(aliases);
    }

    public Concerns concerns() {
        return concerns;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** The names under which this type arrives, the canonical one first. */
    public List<String> acceptedNames() {
        return Stream.concat(Stream.of(label()), aliases.stream()).toList();
    }

    /** The type that arrives under this name, compared trimmed and without case; {@link #CUSTOM} for any other. */
    public static EventType named(String nameAsSent) {
        return BY_NAME.getOrDefault(nameAsSent.strip().toLowerCase(Locale.ROOT), CUSTOM);
    }

    @JsonCreator
    public static EventType ofLabel(String label) {
        var type = BY_LABEL.get(label);
        if (type == null) {
            throw new IllegalArgumentException("no event type is called " + label);
        }
        return type;
    }
}
