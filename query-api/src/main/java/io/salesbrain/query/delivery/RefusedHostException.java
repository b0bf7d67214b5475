package io.salesbrain.query.delivery;

import java.net.UnknownHostException;

/** A target that is not to be called. */
final class RefusedHostException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    RefusedHostException(String message) {
        super(message);
    }
}
