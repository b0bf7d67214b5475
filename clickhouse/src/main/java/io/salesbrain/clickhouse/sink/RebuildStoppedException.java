package io.salesbrain.clickhouse.sink;

/** The process ends; the next rebuild begins again. */
final class RebuildStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RebuildStoppedException() {
        super("The rebuild was stopped before its end; start it again.");
    }
}
