package io.salesbrain.events;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads an e-mail address as people and systems write it: {@code  Anna <Anna@Example.com> } is {@code anna@example.com}.
 * Blanks, format characters and lone surrogates are trimmed at the ends and make an address unusable inside.
 */
public final class EmailAddress {
    private static final int MAX_LENGTH = 254;

    /**
     * Composing makes one character of up to four, so no usable address is longer before. It takes time that grows
     * with the square of the length when somebody piles up accents.
     */
    private static final int MAX_LENGTH_AS_SENT = 4 * MAX_LENGTH;

    private EmailAddress() {}

    /** The normalised address, which is its own normal form; empty when what was sent is no usable address. */
    public static Optional<String> parse(String asSent) {
        var text = trim(unwrap(trim(asSent)));
        if (text.length() > MAX_LENGTH_AS_SENT) {
            return Optional.empty();
        }
        text = withoutFinalDot(lowerCase(trim(composed(text))));
        return isUsable(text) ? Optional.of(text) : Optional.empty();
    }

    /** What is in angle brackets, where the text ends with them, with or without a dot behind. */
    private static String unwrap(String text) {
        var wrapped = text.endsWith(">.") ? withoutFinalDot(text) : text;
        int open = wrapped.lastIndexOf('<');
        return open >= 0 && wrapped.endsWith(">") ? wrapped.substring(open + 1, wrapped.length() - 1) : text;
    }

    /** A few letters have a composed form in lower case only, so composing comes before and after. */
    private static String lowerCase(String text) {
        return composed(text.toLowerCase(Locale.ROOT));
    }

    private static String composed(String text) {
        return isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Nothing in it composes; most addresses are. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String withoutFinalDot(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isUsable(String text) {
        int at = text.indexOf('@');
        if (at <= 0 || at != text.lastIndexOf('@') || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isBlankOrControl(text.codePointAt(i))) {
                return false;
            }
        }
        var domain = text.substring(at + 1);
        int dot = domain.indexOf('.');
        return dot > 0 && !domain.endsWith(".") && !domain.startsWith("[");
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlankOrControl(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isBlankOrControl(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isBlankOrControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
