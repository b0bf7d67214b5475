package io.salesbrain.scoring.topology;

/** How many distinct events and how many duplicates a partition has seen. */
record Tallied(long processed, long duplicates) {
    static final Tallied NONE = new Tallied(0, 0);

    Tallied oneProcessed() {
        return new Tallied(processed + 1, duplicates);
    }

    Tallied oneDuplicate() {
        return new Tallied(processed, duplicates + 1);
    }
}
