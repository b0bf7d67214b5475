package io.salesbrain.standalone.replay;

/** A file could not be replayed to its end; the message is one sentence for the person who started it. */
public final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReplayException(String message) {
        super(message);
    }

    public ReplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
