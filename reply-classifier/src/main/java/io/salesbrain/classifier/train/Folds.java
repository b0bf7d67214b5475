package io.salesbrain.classifier.train;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Splits a corpus by batch: lines written in one go resemble each other, and results on lines whose siblings were
 * learnt would praise the model for remembering.
 */
final class Folds {
    static final int COUNT = 5;

    private Folds() {}

    /** The fold of each line, in the order of the lines; every fold gets about as much of each language. */
    static int[] of(List<CorpusLine> lines) {
        Map<String, Integer> sizes = new TreeMap<>();
        lines.forEach(line -> sizes.merge(group(line), 1, Integer::sum));
        Map<String, Integer> foldOfGroup = new HashMap<>();
        Map<String, int[]> filled = new HashMap<>();
        sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(group -> {
                    String language = group.getKey().substring(0, group.getKey().indexOf(' '));
                    int[] fill = filled.computeIfAbsent(language, _ -> new int[COUNT]);
                    int fold = emptiest(fill);
                    fill[fold] += group.getValue();
                    foldOfGroup.put(group.getKey(), fold);
                });
        return lines.stream()
                .mapToInt(line -> foldOfGroup.getOrDefault(group(line), 0))
                .toArray();
    }

    private static String group(CorpusLine line) {
        return line.lang() + ' ' + line.batch();
    }

    private static int emptiest(int[] fill) {
        int emptiest = 0;
        for (int fold = 1; fold < fill.length; fold++) {
            if (fill[fold] < fill[emptiest]) {
                emptiest = fold;
            }
        }
        return emptiest;
    }
}
