package io.salesbrain.events;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members of a webhook's object that have a meaning of their own. Instantly merges lead columns and custom
 * variables into the same flat object, so whatever else is there is a lead's column.
 */
public enum PayloadField {
    EVENT_TYPE(Use.READ, "What happened: one of the names above, or a label of the customer's own."),
    TIMESTAMP(Use.READ, "When it happened, RFC 3339 with an offset; part of the event's identity."),
    WORKSPACE(Use.READ, "Instantly's workspace; may be missing, because the credential says whose event it is."),
    CAMPAIGN_ID(Use.READ, "The campaign; a string as sent, or a number by its digits."),
    CAMPAIGN_NAME(Use.READ, "What the campaign is called, for people."),
    LEAD_EMAIL(Use.READ, "The lead's address."),
    EMAIL(Use.COLUMN, "The lead's column with the address: taken where lead_email is absent or unusable."),
    EMAIL_ACCOUNT(Use.READ, "The mailbox that sent; one that is no usable address is missing."),
    STEP(Use.READ, "Which e-mail of the campaign; see the steps and variants below."),
    VARIANT(Use.READ, "Which variant of that e-mail."),
    IS_FIRST(
            Use.KEPT,
            "Whether it is the lead's first event of the kind by Instantly's count; ours is independent of it."),
    EMAIL_ID(Use.READ, "The message's id, with which Instantly's API answers it; part of the event's identity."),
    EMAIL_SUBJECT(Use.KEPT, "The subject of the e-mail that was sent."),
    EMAIL_TEXT(Use.KEPT, "The text of the e-mail that was sent."),
    EMAIL_HTML(Use.KEPT, "The HTML of the e-mail that was sent."),
    REPLY_SUBJECT(Use.READ, "The subject of the reply."),
    REPLY_TEXT(Use.READ, "The text of the reply with all it quotes."),
    REPLY_HTML(Use.READ, "The HTML of the reply."),
    REPLY_TEXT_SNIPPET(Use.READ, "The beginning of the reply; may be nothing but newlines."),
    UNIBOX_URL(
            Use.KEPT,
            "Where Instantly shows the thread: a link with the thread's id, an older one with the lead's address, or null."),
    SALESBRAIN_EVIDENCE(
            Use.KEPT, "Not Instantly's: what a sync saw there that made it tell this event, flagged synthetic.");

    /** What becomes of a member. */
    public enum Use {
        /** Instantly's own; the event carries what it says. */
        READ,
        /** Instantly's own; it stays in the event's raw text. */
        KEPT,
        /** One of the lead's columns, and read all the same. */
        COLUMN
    }

    private static final Map<String, PayloadField> BY_LABEL =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(PayloadField::label, Function.identity()));

    /** The names of the members that an event carries. */
    public static final Set<String> READ_NAMES = Stream.of(values())
            .filter(field -> field.use() != Use.KEPT)
            .map(PayloadField::label)
            .collect(Collectors.toUnmodifiableSet());

    private final Use use;
    private final String meaning;
    private final String label = name().toLowerCase(Locale.ROOT);

    PayloadField(Use use, String meaning) {
        this.use = use;
        this.meaning = meaning;
    }

    /** The member's name. */
    public String label() {
        return label;
    }

    public Use use() {
        return use;
    }

    public String meaning() {
        return meaning;
    }

    public static Optional<PayloadField> named(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }

    /** A reserved name always means Instantly's own field: a custom variable of that name cannot be seen. */
    public static boolean isReserved(String name) {
        return named(name).map(field -> field.use != Use.COLUMN).orElse(false);
    }
}
