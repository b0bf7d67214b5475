package io.salesbrain.ingest.body;

/** The bytes that stand for one event: a document, an array element or a line. */
public sealed interface Unit {
    /** More than this is no event anybody sends. */
    int MAX_BYTES = 1 << 20;

    /** What is kept of a unit that is too large. */
    int HEAD_BYTES = 64 << 10;

    /** Its place in the request: array element or line, from 0. */
    int index();

    record Whole(int index, Bytes bytes) implements Unit {}

    /** One that had to be read already to know that it is well-formed. */
    record Read(int index, Bytes bytes, JsonObjectText json) implements Unit {}

    /**
     * @param head the first 64 KiB
     * @param sha256 of all its bytes, in hex
     */
    record TooLarge(int index, Bytes head, long sizeBytes, String sha256) implements Unit {}

    /** These bytes as a unit, whatever their number. */
    static Unit of(int index, Bytes bytes) {
        return bytes.length() <= MAX_BYTES
                ? new Whole(index, bytes)
                : new TooLarge(index, bytes.head(HEAD_BYTES), bytes.length(), bytes.sha256());
    }
}
