package io.salesbrain.classifier.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds texts that say the same in nearly the same letters: Jaccard similarity of their letter trigrams. */
public final class Duplicates {
    /** More alike than this is a near-duplicate. */
    public static final double LIMIT = 0.6;

    /** A pair of positions and how alike their texts are. */
    public record Pair(int first, int second, double similarity) {}

    private Duplicates() {}

    /** The similarity of two texts, 0 to 1. */
    public static double similarity(String a, String b) {
        int[] first = trigrams(a);
        int[] second = trigrams(b);
        int shared = shared(first, second);
        int all = first.length + second.length - shared;
        return all == 0 ? 1 : (double) shared / all;
    }

    /** Every pair of one text from each list that is more alike than the limit. */
    public static List<Pair> across(List<String> left, List<String> right) {
        Index index = new Index(left);
        List<Pair> pairs = new ArrayList<>();
        for (int j = 0; j < right.size(); j++) {
            int[] grams = trigrams(right.get(j));
            for (Pair pair : index.alike(grams, j)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private static int[] trigrams(String text) {
        String folded = text.toLowerCase(Locale.ROOT).strip();
        if (folded.length() < 3) {
            return folded.isEmpty() ? new int[0] : new int[] {folded.hashCode()};
        }
        int[] grams = new int[folded.length() - 2];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = (folded.charAt(i) * 31 + folded.charAt(i + 1)) * 31 + folded.charAt(i + 2);
        }
        return Arrays.stream(grams).sorted().distinct().toArray();
    }

    private static int shared(int[] a, int[] b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    /** Which texts hold a trigram, so that only texts with something in common are compared. */
    private static final class Index {
        private final int[][] grams;
        private final Map<Integer, List<Integer>> holders = new HashMap<>();

        Index(List<String> texts) {
            grams = texts.stream().map(Duplicates::trigrams).toArray(int[][]::new);
            for (int i = 0; i < grams.length; i++) {
                for (int gram : grams[i]) {
                    holders.computeIfAbsent(gram, _ -> new ArrayList<>()).add(i);
                }
            }
        }

        List<Pair> alike(int[] of, int second) {
            int[] counts = new int[grams.length];
            for (int gram : of) {
                for (int holder : holders.getOrDefault(gram, List.of())) {
                    counts[holder]++;
                }
            }
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                int all = grams[i].length + of.length - counts[i];
                double similarity = all == 0 ? 1 : (double) counts[i] / all;
                if (similarity > LIMIT) {
                    pairs.add(new Pair(i, second, similarity));
                }
            }
            return pairs;
        }
    }
}
