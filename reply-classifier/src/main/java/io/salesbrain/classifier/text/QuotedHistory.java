package io.salesbrain.classifier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds where the quoted mail begins and keeps what the writer added above it, or below it where nothing stands above. */
final class QuotedHistory {
    private static final int WRAPPED_LINES = 3;
    private static final int HEADER_LINES = 9;

    private static final List<String> SEPARATORS = List.of(
            "original message",
            "original appointment",
            "forwarded message",
            "ursprüngliche nachricht",
            "originalnachricht",
            "original-nachricht",
            "weitergeleitete nachricht",
            "ursprünglicher termin",
            "original-mail",
            "urspruengliche nachricht");

    private static final List<String> FORWARDS =
            List.of("begin forwarded message:", "anfang der weitergeleiteten nachricht:", "start of forwarded message");

    private static final List<String> ATTRIBUTION_ENDS = List.of(
            "wrote:",
            "schrieb:",
            "geschrieben:",
            "writes:",
            "schreef:",
            "a écrit :",
            "a écrit:",
            "escribió:",
            "schreibt:");

    /** Linear: each piece is a negated class or a literal, nothing nests. */
    private static final Pattern HEADER_FIELD = Pattern.compile(
            "^\\*?(from|sent|to|cc|subject|date|reply-to|von|gesendet|an|kopie|betreff|datum|antwort an)\\s?\\*?:\\*?(\\s.*)?$",
            Pattern.CASE_INSENSITIVE);

    private QuotedHistory() {}

    static List<String> cut(List<String> lines) {
        boolean ownTextAbove = false;
        List<String> kept = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int headerEnd = headerEnd(lines, i);
            if (headerEnd > i) {
                if (ownTextAbove) {
                    break;
                }
                i = headerEnd;
                continue;
            }
            String line = lines.get(i++);
            if (!line.startsWith(">") && !line.startsWith("|>")) {
                kept.add(line);
                ownTextAbove |= hasLetterOrDigit(line);
            }
        }
        return kept;
    }

    /** The line after the quote header that starts at this line, or this line where none starts. */
    private static int headerEnd(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.isEmpty() || line.length() > 300) {
            return at;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        if (isSeparator(lower) || FORWARDS.contains(lower)) {
            return fieldsEnd(lines, at + 1);
        }
        int attribution = attributionEnd(lines, at, lower);
        if (attribution > at) {
            return attribution;
        }
        int fields = fieldsEnd(lines, at);
        return countFields(lines, at, fields) >= 3 || (countFields(lines, at, fields) == 2 && startsWithSender(lower))
                ? fields
                : at;
    }

    private static boolean isSeparator(String lower) {
        boolean ruled = lower.startsWith("--") || lower.startsWith("__") || lower.startsWith("==");
        return ruled && (SEPARATORS.stream().anyMatch(lower::contains) || isLongRule(lower));
    }

    /** Outlook draws a long line of underscores above the quoted header. */
    private static boolean isLongRule(String lower) {
        return lower.length() >= 30 && lower.chars().allMatch(c -> c == '_');
    }

    /** "On … wrote:", "Am … schrieb …:", wrapped over up to three lines. */
    private static int attributionEnd(List<String> lines, int at, String lower) {
        boolean opens = lower.startsWith("on ")
                || lower.startsWith("am ")
                || lower.startsWith("le ")
                || lower.startsWith("el ")
                || lower.startsWith("op ");
        boolean says = false;
        for (int end = at; end < Math.min(lines.size(), at + WRAPPED_LINES); end++) {
            String last = lines.get(end).toLowerCase(Locale.ROOT);
            boolean closes = ATTRIBUTION_ENDS.stream().anyMatch(last::endsWith);
            says |= last.contains("schrieb ");
            boolean addressed = end == at && (lower.contains("@") || lower.contains("schrieb am "));
            if ((opens || addressed) && (closes || (last.endsWith(":") && says))) {
                return end + 1;
            }
            if (!opens || last.isEmpty()) {
                return at;
            }
        }
        return at;
    }

    private static boolean startsWithSender(String lower) {
        return (lower.startsWith("from:")
                        || lower.startsWith("von:")
                        || lower.startsWith("*from:")
                        || lower.startsWith("*von:"))
                && lower.contains("@");
    }

    private static int fieldsEnd(List<String> lines, int from) {
        int end = from;
        int seen = from;
        while (seen < Math.min(lines.size(), from + HEADER_LINES)) {
            String line = lines.get(seen++);
            if (line.length() <= 1_000 && HEADER_FIELD.matcher(line).matches()) {
                end = seen;
            } else if (!line.isEmpty()) {
                break;
            }
        }
        return end;
    }

    private static int countFields(List<String> lines, int from, int end) {
        int fields = 0;
        for (int i = from; i < end; i++) {
            if (!lines.get(i).isEmpty()) {
                fields++;
            }
        }
        return fields;
    }

    private static boolean hasLetterOrDigit(String line) {
        return line.codePoints()
                .anyMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
    }
}
