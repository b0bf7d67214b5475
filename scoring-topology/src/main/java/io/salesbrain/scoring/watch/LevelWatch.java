package io.salesbrain.scoring.watch;

import io.salesbrain.events.AlertLevel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether a rate exceeds its thresholds. Not the raw rate counts but what is certain of it: a finding opens when
 * over some recent span the lower bound of the rate has passed the threshold (see {@link Charts}), and closes when what
 * came since is much likelier under a rate well below. Cohorts come in the order of their hours. They need not be
 * complete: an e-mail that has not bounced yet only makes the rate lower.
 */
public final class LevelWatch {
    private static final double HEADROOM = 4;

    /** Twenty to one for "all is well again". */
    private static final double CLOSES_AT = 3;

    /** What is well: this much below the threshold. */
    private static final double WELL = 0.75;

    private static final double UNWELL = 1.5;
    private static final double[] RATIOS = {1.5, 2.5, 4, 7, 15, 60};

    private final LevelSettings settings;
    private final Charts warning;
    private final Charts critical;
    private @Nullable Finding open;
    private double recovery;

    public LevelWatch(LevelSettings settings) {
        this.settings = settings;
        this.warning = new Charts(RATIOS, settings.opensAt() + HEADROOM);
        this.critical = new Charts(RATIOS, settings.opensAt() + HEADROOM);
    }

    public void accept(Cohort cohort) {
        if (cohort.trials() == 0) {
            return;
        }
        warning.add(cohort, settings.warning());
        critical.add(cohort, settings.critical());
        var found = open;
        if (found != null && isWellAgain(cohort, found)) {
            close();
        } else {
            open = look(cohort, found);
        }
    }

    public Optional<Finding> open() {
        return Optional.ofNullable(open);
    }

    private @Nullable Finding look(Cohort cohort, @Nullable Finding before) {
        var level = before == null ? AlertLevel.WARNING : before.level();
        if (shows(critical)) {
            level = AlertLevel.CRITICAL;
        } else if (before == null && !shows(warning)) {
            return null;
        }
        var charts = level == AlertLevel.CRITICAL ? critical : warning;
        int highest = charts.highest();
        var span = charts.span(highest);
        if (!shows(charts)) {
            return before;
        }
        double against = level == AlertLevel.CRITICAL ? settings.critical() : settings.warning();
        return Finding.of(level, span, cohort.hour(), against, charts.height(highest));
    }

    private boolean shows(Charts charts) {
        int highest = charts.highest();
        return charts.height(highest) >= settings.opensAt()
                && charts.span(highest).trials() >= settings.leastTrials();
    }

    /** Wald's sequential ratio of a rate well below the threshold to the one that was found. */
    private boolean isWellAgain(Cohort cohort, Finding found) {
        double well = WELL * settings.warning();
        double unwell = Math.min(0.99, Math.max(found.rate(), UNWELL * settings.warning()));
        long failures = cohort.trials() - cohort.successes();
        recovery += cohort.successes() * Math.log(well / unwell) + failures * Math.log((1 - well) / (1 - unwell));
        recovery = Math.max(0, recovery);
        return recovery >= CLOSES_AT;
    }

    private void close() {
        open = null;
        recovery = 0;
        warning.reset();
        critical.reset();
    }
}
