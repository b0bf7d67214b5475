package io.salesbrain.log;

/** The log could not be reached or did not take a record; the message says which and why. */
public final class LogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogException(String message, Throwable cause) {
        super(message, cause);
    }
}
