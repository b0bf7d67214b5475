package io.salesbrain.standalone.roles;

/** A role could not start; the message is one sentence for the person who started it. */
public final class RoleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RoleException(String message) {
        super(message);
    }

    public RoleException(String message, Throwable cause) {
        super(message, cause);
    }
}
