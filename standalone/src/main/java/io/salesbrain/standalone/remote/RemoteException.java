package io.salesbrain.standalone.remote;

/** The installation could not be reached or refused; the message is one sentence for the person who asked. */
public final class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RemoteException(String message) {
        super(message);
    }

    public RemoteException(String message, Throwable cause) {
        super(message, cause);
    }
}
