package io.salesbrain.instantly.client;

/** Nothing is wrong: somebody else does this work now, so it stopped before its next request. */
public final class RelievedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RelievedException(String message) {
        super(message);
    }
}
