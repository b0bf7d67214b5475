package io.salesbrain.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.QuarantineReason;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One counter per step of the pipeline and outcome, {@code salesbrain_ingest_<step>_total{outcome}}, all there from
 * the start so that a rate can be asked for before the first rejection.
 */
final class StepCounters {
    enum Step {
        AUTHENTICATE,
        LIMIT,
        DECODE,
        IDENTIFY,
        NORMALISE,
        PUBLISH
    }

    static final String OK = "ok";
    static final String QUARANTINED = "quarantined";

    private final Map<Step, Map<String, Counter>> counters = new EnumMap<>(Step.class);

    StepCounters(MeterRegistry metrics) {
        for (var step : Step.values()) {
            var byOutcome = new HashMap<String, Counter>();
            outcomes(step).forEach(outcome -> byOutcome.put(outcome, counter(metrics, step, outcome)));
            counters.put(step, Map.copyOf(byOutcome));
        }
    }

    private static Counter counter(MeterRegistry metrics, Step step, String outcome) {
        return Counter.builder("salesbrain.ingest." + step.name().toLowerCase(Locale.ROOT))
                .description(
                        "Outcomes of the step " + step.name().toLowerCase(Locale.ROOT) + " of the webhook receiver.")
                .tag("outcome", outcome)
                .register(metrics);
    }

    private static Set<String> outcomes(Step step) {
        var rejections = switch (step) {
            case AUTHENTICATE, LIMIT -> EnumSet.noneOf(QuarantineReason.class);
            case DECODE ->
                EnumSet.of(QuarantineReason.MALFORMED_JSON, QuarantineReason.NOT_AN_OBJECT, QuarantineReason.TOO_LARGE);
            case IDENTIFY -> EnumSet.of(QuarantineReason.MISSING_EVENT_TYPE, QuarantineReason.UNREADABLE_TIMESTAMP);
            case NORMALISE ->
                EnumSet.of(
                        QuarantineReason.MISSING_LEAD_EMAIL,
                        QuarantineReason.MISSING_CAMPAIGN_ID,
                        QuarantineReason.MISSING_EMAIL_ACCOUNT);
            case PUBLISH -> EnumSet.noneOf(QuarantineReason.class);
        };
        var outcomes = new HashSet<>(Set.of(OK));
        rejections.forEach(reason -> outcomes.add(reason.code()));
        Stream.of(Refusal.values())
                .filter(refusal -> refusal.step() == step)
                .forEach(refusal -> outcomes.add(refusal.code()));
        if (step == Step.PUBLISH) {
            outcomes.add(QUARANTINED);
        }
        return outcomes;
    }

    void count(Step step, String outcome) {
        count(step, outcome, 1);
    }

    void count(Step step, String outcome, int times) {
        var counter = counters.getOrDefault(step, Map.of()).get(outcome);
        if (counter == null) {
            throw new IllegalArgumentException("step " + step + " has no outcome " + outcome);
        }
        counter.increment(times);
    }
}
