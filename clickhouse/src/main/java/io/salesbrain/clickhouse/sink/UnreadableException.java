package io.salesbrain.clickhouse.sink;

/** A record no row can be made of. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(Throwable cause) {
        super("The record cannot be read: " + rootMessage(cause), cause);
    }

    private static String rootMessage(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
