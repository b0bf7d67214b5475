package io.salesbrain.clickhouse.engine;

/** The embedded engine cannot do its work; the message is a sentence for the person who runs the product. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
