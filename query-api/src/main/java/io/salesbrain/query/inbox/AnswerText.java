package io.salesbrain.query.inbox;

import io.salesbrain.query.followup.Placeholder;
import io.salesbrain.query.followup.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The wording of an answer: as that of a follow-up, and {@code {{calendar_link}}} besides, which only a person knows. It
 * stays in the text as it is, so that nobody sends a text with a gap where it belongs.
 */
final class AnswerText {
    static final String CALENDAR_LINK = "calendar_link";

    private static final Pattern BY_HAND =
            Pattern.compile("\\{\\{\\s*" + CALENDAR_LINK + "\\s*\\}\\}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY = Pattern.compile("\\{\\{\\s*([A-Za-z_]+)\\s*\\}\\}");
    private static final String MARK = "\u0001";

    private AnswerText() {}

    static List<String> placeholders() {
        return Stream.concat(Placeholder.labels().stream(), Stream.of(CALENDAR_LINK))
                .toList();
    }

    /** What is wrong with a text, in one sentence; empty where nothing is. */
    static Optional<String> complaint(String text) {
        return Wording.complaint(BY_HAND.matcher(text).replaceAll(""));
    }

    static String filled(String text, Map<Placeholder, String> values) {
        var marked = BY_HAND.matcher(text.replace(MARK, "")).replaceAll(MARK);
        return Wording.filled(marked, values).replace(MARK, "{{" + CALENDAR_LINK + "}}");
    }

    /** Placeholders of a text that nothing is known for and nothing stands in for. */
    static List<String> missing(String text, Map<Placeholder, String> values) {
        var known = new ArrayList<String>();
        values.keySet().forEach(placeholder -> known.add(placeholder.label()));
        Set<String> missing = new LinkedHashSet<>();
        ANY.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !known.contains(name))
                .forEach(missing::add);
        return List.copyOf(missing);
    }

    /** Whether something is still to be filled in by hand. */
    static boolean isUnfinished(String text) {
        return ANY.matcher(text).find();
    }
}
