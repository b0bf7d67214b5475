package io.salesbrain.broker;

/** The embedded Kafka could not start; the message is one sentence that names the folder or the port. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokerException(String message) {
        super(message);
    }

    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
