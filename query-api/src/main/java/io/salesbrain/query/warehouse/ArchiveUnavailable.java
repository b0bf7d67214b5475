package io.salesbrain.query.warehouse;

/** The warehouse did not answer a question. */
public final class ArchiveUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchiveUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
