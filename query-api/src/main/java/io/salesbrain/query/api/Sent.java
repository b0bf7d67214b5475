package io.salesbrain.query.api;

/** A record that says what the body of a request holds. Bodies are read by hand; a field that may be null may be left out. */
public interface Sent {}
