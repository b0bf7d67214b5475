package io.salesbrain.classifier.features;

import java.util.regex.Pattern;

/** Replaces what differs from mail to mail by what it is: a time, a date, a number. Expects lower case. */
final class Masks {
    private static final Pattern TIME = Pattern.compile(
            "\\d{1,2}[:.]\\d{2}(am|pm|h|uhr)?|\\d{1,2}(am|pm|h|uhr)|\\d{1,2}([:.]\\d{2})?-\\d{1,2}([:.]\\d{2})?(am|pm|h|uhr)");
    private static final Pattern DATE = Pattern.compile(
            "\\d{1,2}\\.\\d{1,2}\\.?(\\d{2}|\\d{4})?|\\d{1,2}[/-]\\d{1,2}([/-](\\d{2}|\\d{4}))?|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}(st|nd|rd|th)");
    private static final Pattern PHONE =
            Pattern.compile("\\+\\d[\\d/().-]{4,20}|0\\d{2,5}[/-][\\d/-]{3,20}|0\\d{6,14}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,6}){0,4}[k%€$]?");
    private static final int MASKABLE_LENGTH = 32;

    private Masks() {}

    /** The mask for this token, or empty where it is a word. */
    static String of(String token) {
        if (token.startsWith("http:") || token.startsWith("https:") || token.startsWith("www.")) {
            return "<url>";
        }
        int at = token.indexOf('@');
        if (at > 0 && token.indexOf('.', at) > at) {
            return "<mail>";
        }
        if (token.length() > MASKABLE_LENGTH || token.chars().noneMatch(Character::isDigit)) {
            return "";
        }
        // "14.30" is a time, "14.12." and "14.12.26" are dates; a bare "14.12" stays a date unless minutes fit better.
        if (TIME.matcher(token).matches() && !looksLikeDayAndMonth(token)) {
            return "<time>";
        }
        if (DATE.matcher(token).matches()) {
            return "<date>";
        }
        if (PHONE.matcher(token).matches()) {
            return "<phone>";
        }
        return NUMBER.matcher(token).matches() ? "<num>" : "";
    }

    private static boolean looksLikeDayAndMonth(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || !token.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
            return false;
        }
        int second = Integer.parseInt(token.substring(dot + 1));
        return second >= 1 && second <= 12;
    }
}
