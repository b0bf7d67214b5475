package io.salesbrain.simulator.letters;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {name} in a text; a name nobody knows is a slip in a resource file and stops at once. */
final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private Placeholders() {}

    static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException(
                        "A text of the simulator uses the unknown placeholder {" + match.group(1) + "}.");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
