package io.salesbrain.classifier.features;

import java.util.Arrays;
import java.util.List;

/**
 * Hashes a visible text into buckets. Each group of features (words, pairs, letters …) has the same total weight
 * whatever the length of the text. Any change here needs a new {@link #VERSION} and a new model.
 */
public final class Features {
    public static final String VERSION = "1";

    /** Buckets of the model; bucket 0 is padding and never used. */
    public static final int BUCKETS = 1 << 17;

    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;

    private enum Group {
        WORD(1),
        PAIR(2),
        SKIP(3),
        LETTERS(4),
        FLAG(5);

        private final int seed;

        Group(int seed) {
            this.seed = seed;
        }
    }

    private Features() {}

    /** The features of a visible text; never throws and never returns more than a fixed number. */
    public static FeatureVector of(String visibleText) {
        List<String> tokens = Tokens.of(visibleText);
        Collector collector = new Collector();
        words(tokens, collector);
        pairs(tokens, collector);
        skips(tokens, collector);
        letters(tokens, collector);
        flags(visibleText, tokens, collector);
        return collector.vector();
    }

    private static void words(List<String> tokens, Collector out) {
        for (String token : tokens) {
            if (!token.equals(Tokens.BREAK)) {
                out.add(hash(Group.WORD, token));
            }
        }
        out.endGroup(1f);
    }

    private static void pairs(List<String> tokens, Collector out) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            out.add(hash(Group.PAIR, tokens.get(i), tokens.get(i + 1)));
        }
        out.endGroup(1f);
    }

    private static void skips(List<String> tokens, Collector out) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            out.add(hash(Group.SKIP, tokens.get(i), tokens.get(i + 2)));
        }
        out.endGroup(0.5f);
    }

    private static void letters(List<String> tokens, Collector out) {
        for (String token : tokens) {
            if (token.equals(Tokens.BREAK) || token.startsWith("<")) {
                continue;
            }
            String word = '_' + token + '_';
            for (int length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
                for (int i = 0; i + length <= word.length(); i++) {
                    out.add(hash(Group.LETTERS, word, i, i + length));
                }
            }
        }
        out.endGroup(1f);
    }

    private static void flags(String text, List<String> tokens, Collector out) {
        int words = (int) tokens.stream().filter(t -> !t.equals(Tokens.BREAK)).count();
        out.add(hash(Group.FLAG, words == 0 ? "empty" : "length" + lengthBucket(words)));
        if (text.stripTrailing().endsWith("?")) {
            out.add(hash(Group.FLAG, "ends-with-question"));
        }
        if (tokens.contains("<q>")) {
            out.add(hash(Group.FLAG, "asks"));
        }
        out.endGroup(0.5f);
    }

    private static int lengthBucket(int words) {
        return 32 - Integer.numberOfLeadingZeros(words);
    }

    private static int hash(Group group, String text) {
        return bucket(fnv(seed(group), text, 0, text.length()));
    }

    private static int hash(Group group, String text, int from, int to) {
        return bucket(fnv(seed(group), text, from, to));
    }

    private static int hash(Group group, String first, String second) {
        long hash = fnv(seed(group), first, 0, first.length());
        hash = (hash ^ ' ') * 0x100000001b3L;
        return bucket(fnv(hash, second, 0, second.length()));
    }

    private static long seed(Group group) {
        return (0xcbf29ce484222325L ^ group.seed) * 0x100000001b3L;
    }

    /** FNV-1a over UTF-16 units. */
    private static long fnv(long hash, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static int bucket(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return 1 + (int) ((mixed >>> 33) % (BUCKETS - 1));
    }

    /** Gathers ids group by group; within a group an id counts once. */
    private static final class Collector {
        private int[] ids = new int[512];
        private float[] weights = new float[512];
        private int size;
        private int groupStart;

        void add(int id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                weights = Arrays.copyOf(weights, size * 2);
            }
            ids[size++] = id;
        }

        void endGroup(float groupWeight) {
            Arrays.sort(ids, groupStart, size);
            int kept = groupStart;
            for (int i = groupStart; i < size; i++) {
                if (i == groupStart || ids[i] != ids[i - 1]) {
                    ids[kept++] = ids[i];
                }
            }
            int distinct = kept - groupStart;
            if (distinct > 0) {
                Arrays.fill(weights, groupStart, kept, (float) (groupWeight / Math.sqrt(distinct)));
            }
            size = kept;
            groupStart = kept;
        }

        FeatureVector vector() {
            return new FeatureVector(Arrays.copyOf(ids, size), Arrays.copyOf(weights, size));
        }
    }
}
