package io.salesbrain.query.quarantine;

/** Another replay is under way in this process. */
public final class ReplayRunning extends Exception {
    private static final long serialVersionUID = 1L;

    ReplayRunning() {
        super("another replay is running");
    }
}
