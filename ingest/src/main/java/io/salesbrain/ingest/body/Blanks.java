package io.salesbrain.ingest.body;

/** What JSON calls whitespace. */
final class Blanks {
    private Blanks() {}

    static boolean isBlank(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
