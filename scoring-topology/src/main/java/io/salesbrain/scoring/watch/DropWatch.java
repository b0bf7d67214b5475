package io.salesbrain.scoring.watch;

import io.salesbrain.events.AlertLevel;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether a rate has fallen against its own baseline. Cohorts come in the order of their hours, each at the same
 * age, that is with what had happened within a fixed time after the send: what comes later would make old cohorts look
 * better than young ones. The step and the weekday of each are accounted for in what is expected of it.
 *
 * <p>The baseline learns with a delay, and not while a fall is suspected, so that a fall does not become what is usual.
 * One that lasts four weeks does.
 */
public final class DropWatch {
    /** Falls of the odds to six tenths and further; what is less is no matter for an alert. */
    private static final double[] RATIOS = {0.6, 0.4, 0.25, 0.1};

    private static final double HEADROOM = 2;
    private static final double CAUTION = 0.9;
    private static final double HALF_LIFE_DAYS = 56;
    private static final long LEARNED_AFTER_DAYS = 14;
    private static final long NEW_NORMAL_AFTER_DAYS = 28;

    /** Of what is expected: that the rate is certainly below makes it critical. */
    private static final double CRITICAL_SHARE = 0.5;

    private final DropSettings settings;
    private final Charts charts;
    private final ArrayDeque<Cohort> unlearned = new ArrayDeque<>();
    private Baseline baseline = new Baseline(HALF_LIFE_DAYS);
    private @Nullable Finding open;
    private int openedBy;
    private long openedOnDay;
    private boolean tookNewBaseline;

    public DropWatch(DropSettings settings) {
        this.settings = settings;
        this.charts = new Charts(RATIOS, settings.opensAt() + HEADROOM);
    }

    public void accept(Cohort cohort) {
        if (cohort.trials() == 0) {
            return;
        }
        if (!isBaselineKnown()) {
            baseline.learn(cohort);
            return;
        }
        charts.add(cohort, baseline.expected(cohort, CAUTION));
        unlearned.add(cohort);
        var found = open;
        if (found == null) {
            open = look(cohort);
        } else if (charts.height(openedBy) <= 0) {
            close();
        } else if (cohort.day() - openedOnDay >= NEW_NORMAL_AFTER_DAYS) {
            baseline = new Baseline(HALF_LIFE_DAYS);
            unlearned.removeIf(each -> each.hour() < found.sinceHour());
            unlearned.forEach(baseline::learn);
            unlearned.clear();
            close();
            tookNewBaseline = true;
        } else {
            open = found(cohort, openedBy, found);
        }
        learn(cohort);
    }

    public Optional<Finding> open() {
        return Optional.ofNullable(open);
    }

    /** Whether the latest finding ended because what it found had become what is usual. */
    public boolean tookNewBaseline() {
        return tookNewBaseline;
    }

    /** Whether there is a baseline yet to compare with. */
    public boolean isBaselineKnown() {
        return baseline.trials() >= settings.leastTrials() && baseline.successes() >= settings.leastSuccesses();
    }

    private @Nullable Finding look(Cohort cohort) {
        int highest = charts.highest();
        if (charts.height(highest) < settings.opensAt()) {
            return null;
        }
        openedBy = highest;
        tookNewBaseline = false;
        openedOnDay = cohort.day();
        return found(cohort, highest, null);
    }

    private Finding found(Cohort cohort, int chart, @Nullable Finding before) {
        var span = charts.span(chart);
        double against = span.expectedRate();
        var level = before == null ? AlertLevel.WARNING : before.level();
        if (Intervals.wilson(span.successes(), span.trials()).upper() < CRITICAL_SHARE * against) {
            level = AlertLevel.CRITICAL;
        }
        return Finding.of(level, span, cohort.hour(), against, charts.height(chart));
    }

    private void learn(Cohort now) {
        if (open != null || charts.height(charts.highest()) > settings.opensAt() / 2) {
            return;
        }
        while (!unlearned.isEmpty() && unlearned.peekFirst().day() <= now.day() - LEARNED_AFTER_DAYS) {
            baseline.learn(unlearned.removeFirst());
        }
    }

    private void close() {
        open = null;
        charts.reset();
    }
}
