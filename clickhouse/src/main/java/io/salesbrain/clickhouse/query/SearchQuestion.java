package io.salesbrain.clickhouse.query;

import java.util.List;
import java.util.Optional;

/**
 * What is searched: every word must be there, and the last one may be the beginning of a word.
 *
 * @param words folded, all but the last
 * @param beginning folded
 */
public record SearchQuestion(List<String> words, String beginning) {
    /** More words than anybody remembers of a message. */
    static final int MOST_WORDS = 12;

    private static final int LONGEST_WORD = 64;

    public SearchQuestion {
        words = List.copyOf(words);
    }

    /** Empty where a text has no word in it. */
    public static Optional<SearchQuestion> of(String text) {
        var words = Words.asked(text).stream()
                .map(word -> word.substring(0, Math.min(LONGEST_WORD, word.length())))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new SearchQuestion(words.subList(0, words.size() - 1), words.getLast()));
    }

    /** Whether one of the forms of a word is looked for. */
    public boolean matches(Iterable<String> forms) {
        for (var form : forms) {
            if (words.contains(form) || form.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
