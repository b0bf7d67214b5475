package io.salesbrain.simulator.delivery;

import java.time.Duration;

/** Takes the events of one workspace in the order of the story. */
public interface EventSink {
    /** Blocks while too much is underway. */
    void tell(Outgoing event) throws InterruptedException;

    /** Waits until nothing is underway any more; false when that took too long. */
    boolean awaitQuiet(Duration atMost) throws InterruptedException;
}
