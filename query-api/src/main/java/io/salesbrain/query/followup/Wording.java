package io.salesbrain.query.followup;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders such as {@code {{first_name}}} or {@code {{company|your team}}}, where what follows the bar
 * stands in for what is not known. Without it an unknown value leaves no trace, the blank before it included.
 */
public final class Wording {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z_]+)\\s*(?:\\|([^{}|]*))?\\}\\}");
    private static final char GAP = '\u0000';
    private static final Pattern GAP_AT_START = Pattern.compile("(?m)^" + GAP + "[ \\t" + GAP + "]*");
    private static final Pattern GAP_WITHIN = Pattern.compile("[ \\t]*" + GAP);

    private Wording() {}

    /** What is wrong with a text, in one sentence; empty where nothing is. */
    public static Optional<String> complaint(String text) {
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (Placeholder.ofLabel(matcher.group(1)).isEmpty()) {
                return Optional.of("There is no placeholder {{" + matcher.group(1) + "}}.");
            }
        }
        var rest = matcher.replaceAll("");
        return rest.contains("{{") || rest.contains("}}")
                ? Optional.of("A placeholder is written {{name}} or {{name|what stands in for it}}.")
                : Optional.empty();
    }

    /** Each placeholder is filled once: what a value holds is text, whatever it looks like. */
    public static String filled(String text, Map<Placeholder, String> values) {
        var filled = PLACEHOLDER.matcher(text).replaceAll(found -> {
            var value = Placeholder.ofLabel(found.group(1)).map(values::get).orElse("");
            var standIn = Optional.ofNullable(found.group(2)).map(String::strip).orElse("");
            var shown = value.isBlank() ? standIn : value;
            return Matcher.quoteReplacement(shown.isEmpty() ? String.valueOf(GAP) : shown);
        });
        return GAP_WITHIN
                .matcher(GAP_AT_START.matcher(filled).replaceAll(""))
                .replaceAll("")
                .strip();
    }
}
