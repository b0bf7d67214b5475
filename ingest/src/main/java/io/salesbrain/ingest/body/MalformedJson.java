package io.salesbrain.ingest.body;

/** The bytes are not the JSON they claim to be; the message says where and why, for the person who looks. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedJson(String message) {
        super(message);
    }
}
