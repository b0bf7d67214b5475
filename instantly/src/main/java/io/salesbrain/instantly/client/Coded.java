package io.salesbrain.instantly.client;

/** A value that Instantly writes as an integer. */
public interface Coded {
    int code();

    /** As our own answers show it. */
    String label();
}
