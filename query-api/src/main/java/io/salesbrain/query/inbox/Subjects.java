package io.salesbrain.query.inbox;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a conversation is about, whatever mail programs put before it. */
final class Subjects {
    private static final int LONGEST = 1_000;

    /** Possessive: what matched is not tried again in another way. */
    private static final Pattern PREFIXES = Pattern.compile(
            "^(?:\\s*+(?:re|aw|antw|antwort|wg|fwd?|sv|vs|tr|rv|ref)\\s*+(?:\\[\\d{1,3}]|\\(\\d{1,3}\\))?+\\s*+:)++\\s*+",
            Pattern.CASE_INSENSITIVE);

    private Subjects() {}

    /** Without Re:, AW:, Fwd: and the like. */
    static String plain(String subject) {
        var capped = subject.substring(0, Math.min(LONGEST, subject.length()));
        return PREFIXES.matcher(capped).replaceFirst("").strip();
    }

    /** The same for two subjects that mean the same; empty where there is none. */
    static String key(String subject) {
        return plain(subject).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    static String answer(String subject) {
        var plain = plain(subject);
        return plain.isEmpty() ? "" : "Re: " + plain;
    }
}
