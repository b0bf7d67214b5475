package io.salesbrain.query.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How deliveries go; of all organizations together. */
public final class DeliveryCounters {
    private final Counter delivered;
    private final Counter failed;
    private final Counter dropped;
    private final Counter disabled;

    public DeliveryCounters(MeterRegistry meters) {
        this.delivered = meters.counter("salesbrain.deliveries", "outcome", "delivered");
        this.failed = meters.counter("salesbrain.deliveries", "outcome", "failed");
        this.dropped = meters.counter("salesbrain.deliveries", "outcome", "dropped");
        this.disabled = meters.counter("salesbrain.delivery.targets.disabled");
    }

    void delivered() {
        delivered.increment();
    }

    void failed() {
        failed.increment();
    }

    void dropped() {
        dropped.increment();
    }

    void disabled() {
        disabled.increment();
    }
}
