package io.salesbrain.simulator.delivery;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was sent so far. {@code generated} events met four fates: {@code delivered}, {@code failed} after the last try, {@code lost} on purpose, or
 * still {@code underway}. {@code duplicated} counts the extra copies sent of an event, {@code retried} the tries after a first one.
 */
public record DeliveryReport(
        long generated,
        long delivered,
        long retried,
        long duplicated,
        long failed,
        long lost,
        long underway,
        Map<String, Long> generatedByType) {
    public DeliveryReport {
        generatedByType = Map.copyOf(generatedByType);
    }

    public DeliveryReport plus(DeliveryReport other) {
        Map<String, Long> types = new TreeMap<>(generatedByType);
        other.generatedByType.forEach((type, count) -> types.merge(type, count, Long::sum));
        return new DeliveryReport(
                generated + other.generated,
                delivered + other.delivered,
                retried + other.retried,
                duplicated + other.duplicated,
                failed + other.failed,
                lost + other.lost,
                underway + other.underway,
                types);
    }
}
