package io.salesbrain.clickhouse.schema;

/** The schema cannot be brought up to date; the message is a sentence for the person who runs the product. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MigrationException(String message) {
        super(message);
    }

    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
