package io.salesbrain.scoring.watch;

import io.salesbrain.events.AlertLevel;

/**
 * That a rate is not as it should be.
 *
 * @param sinceHour where the change most likely lies
 * @param lastHour the latest hour that speaks of it
 * @param against the threshold, or what was expected
 * @param lower of the 95 % interval (Wilson) around the measured rate
 * @param evidence the log-likelihood ratio; by chance alone a span shows as much with a probability of at most e^(−evidence)
 */
public record Finding(
        AlertLevel level,
        long sinceHour,
        long lastHour,
        long trials,
        long successes,
        double against,
        double lower,
        double upper,
        double evidence) {

    public double rate() {
        return trials == 0 ? 0 : (double) successes / trials;
    }

    /** How sure it is that this is no chance, 0..1. */
    public double confidence() {
        return -Math.expm1(-evidence);
    }

    static Finding of(AlertLevel level, Charts.Span span, long lastHour, double against, double evidence) {
        var interval = Intervals.wilson(span.successes(), span.trials());
        return new Finding(
                level,
                span.sinceHour(),
                lastHour,
                span.trials(),
                span.successes(),
                against,
                interval.lower(),
                interval.upper(),
                evidence);
    }
}
