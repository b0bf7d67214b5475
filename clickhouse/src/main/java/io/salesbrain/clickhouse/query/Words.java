package io.salesbrain.clickhouse.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words as the search compares them: lower case, without accents, umlauts spelled out or left off. */
public final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** Every form under which the words of a text are found; the same as the column {@code folded} has. */
    public static Set<String> found(String text) {
        var forms = new LinkedHashSet<String>();
        var lower = lower(text);
        forms.addAll(split(lower));
        forms.addAll(split(spelled(lower)));
        return forms;
    }

    /** The words somebody looks for, with umlauts spelled out: who writes one means it. */
    public static List<String> asked(String text) {
        return split(spelled(lower(text)));
    }

    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
    }

    private static String spelled(String lower) {
        return lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    }

    private static List<String> split(String lower) {
        var plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        var words = new ArrayList<String>();
        for (var word : GAPS.split(plain)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
