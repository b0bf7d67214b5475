package io.salesbrain.scoring.watch;

import java.util.Arrays;

/**
 * Several CUSUM charts over one series, each looking for another size of change: the alternative is that the odds are
 * multiplied by a fixed ratio. With ψ the ratio and p what is expected, n trials with x successes add to a chart the
 * log-likelihood ratio
 *
 * <pre>ℓ = x·ln ψ − n·ln(1 − p + ψ·p),   W ← max(0, W + ℓ)</pre>
 *
 * One chart with the true ψ is the optimal procedure (E. S. Page, "Continuous inspection schemes", Biometrika 1954;
 * G. Lorden, "Procedures for reacting to a change in distribution", Ann. Math. Statist. 1971); the highest of several
 * loses little by not knowing it (Lorden &amp; Eisenberger, "Detection of failure rate increases", Technometrics 1973).
 * A chart's height never exceeds n·KL(x/n ‖ p) of the span since it last stood at zero, so by Chernoff's bound a height
 * of h means that the span's lower (or upper) confidence bound at level 1 − e^(−h) has passed p.
 */
final class Charts {
    /**
     * What a chart has seen since it last stood at zero.
     *
     * @param expected successes, were nothing changed
     */
    record Span(long sinceHour, long trials, long successes, double expected) {
        static final Span NONE = new Span(Long.MIN_VALUE, 0, 0, 0);

        double rate() {
            return trials == 0 ? 0 : (double) successes / trials;
        }

        double expectedRate() {
            return trials == 0 ? 0 : expected / trials;
        }

        private Span with(Cohort cohort, double expectedRate) {
            return new Span(
                    trials == 0 ? cohort.hour() : sinceHour,
                    trials + cohort.trials(),
                    successes + cohort.successes(),
                    expected + cohort.trials() * expectedRate);
        }
    }

    private final double[] ratios;
    private final double ceiling;
    private final double[] heights;
    private final Span[] spans;

    /** @param ceiling no chart rises above it, so that none takes for ever to come down */
    Charts(double[] ratios, double ceiling) {
        this.ratios = ratios.clone();
        this.ceiling = ceiling;
        this.heights = new double[ratios.length];
        this.spans = new Span[ratios.length];
        reset();
    }

    void reset() {
        Arrays.fill(heights, 0);
        Arrays.fill(spans, Span.NONE);
    }

    void add(Cohort cohort, double expectedRate) {
        for (int i = 0; i < ratios.length; i++) {
            double added = cohort.successes() * Math.log(ratios[i])
                    - cohort.trials() * Math.log1p((ratios[i] - 1) * expectedRate);
            heights[i] = Math.min(ceiling, heights[i] + added);
            spans[i] = spans[i].with(cohort, expectedRate);
            if (heights[i] <= 0) {
                heights[i] = 0;
                spans[i] = Span.NONE;
            }
        }
    }

    int highest() {
        int highest = 0;
        for (int i = 1; i < heights.length; i++) {
            if (heights[i] > heights[highest]) {
                highest = i;
            }
        }
        return highest;
    }

    double height(int chart) {
        return heights[chart];
    }

    Span span(int chart) {
        return spans[chart];
    }
}
