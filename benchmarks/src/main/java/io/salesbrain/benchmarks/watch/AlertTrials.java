package io.salesbrain.benchmarks.watch;

import io.salesbrain.benchmarks.watch.Mailbox.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Many invented accounts, and what a rule says of each. */
final class AlertTrials {
    /** Long enough for a baseline, and for a window of 28 days with as many before it. */
    private static final int WEEKS_BEFORE = 12;

    private static final int WEEKS_AFTER = 12;

    private final long seed;

    AlertTrials(long seed) {
        this.seed = seed;
    }

    /** False alerts per 100 weeks of an account at which nothing changes, from its first e-mail on. */
    double[] falseAlerts(Outcome outcome, List<Function<Outcome, Rule>> rules, int accounts, int weeks) {
        var alerts = new long[rules.size()];
        for (int account = 0; account < accounts; account++) {
            var mailbox = new Mailbox(random(outcome, account, 1), outcome, Long.MAX_VALUE);
            var running = rules.stream().map(rule -> rule.apply(outcome)).toList();
            var wereOpen = new boolean[rules.size()];
            for (long hour = 0; hour < (long) weeks * Mailbox.HOURS_PER_WEEK; hour++) {
                var sent = mailbox.hour(hour);
                for (int i = 0; i < running.size(); i++) {
                    running.get(i).hour(hour, sent);
                    boolean isOpen = running.get(i).isOpen();
                    alerts[i] += isOpen && !wereOpen[i] ? 1 : 0;
                    wereOpen[i] = isOpen;
                }
            }
        }
        return Arrays.stream(alerts)
                .mapToDouble(count -> 100.0 * count / ((double) accounts * weeks))
                .toArray();
    }

    /** Matured sends from the change to the alert, in the middle of all accounts; those warned before do not count. */
    double[] medianDelays(Outcome outcome, List<Function<Outcome, Rule>> rules, int accounts) {
        var delays = new double[rules.size()][accounts];
        for (int account = 0; account < accounts; account++) {
            var found = delays(outcome, rules, account);
            for (int i = 0; i < found.length; i++) {
                delays[i][account] = found[i];
            }
        }
        return Arrays.stream(delays).mapToDouble(AlertTrials::median).toArray();
    }

    private double[] delays(Outcome outcome, List<Function<Outcome, Rule>> rules, int account) {
        long changesAt = (long) WEEKS_BEFORE * Mailbox.HOURS_PER_WEEK;
        long end = changesAt + (long) WEEKS_AFTER * Mailbox.HOURS_PER_WEEK;
        var mailbox = new Mailbox(random(outcome, account, 2), outcome, changesAt);
        var running = rules.stream().map(rule -> rule.apply(outcome)).toList();
        var delays = new double[rules.size()];
        Arrays.fill(delays, Double.POSITIVE_INFINITY);
        long sends = 0;
        for (long hour = 0; hour < end; hour++) {
            var sent = mailbox.hour(hour);
            for (var each : sent) {
                sends += hour >= changesAt ? each.trials() : 0;
            }
            for (int i = 0; i < running.size(); i++) {
                var rule = running.get(i);
                rule.hour(hour, sent);
                if (rule.isOpen() && hour < changesAt) {
                    delays[i] = hour == changesAt - 1 ? Double.NaN : delays[i];
                } else if (rule.isOpen() && Double.isInfinite(delays[i])) {
                    delays[i] = sends;
                }
            }
        }
        return delays;
    }

    private Random random(Outcome outcome, int account, int purpose) {
        return new Random(((seed * 31 + purpose) * 31 + outcome.name().hashCode()) * 1_000_003L + account);
    }

    private static double median(double[] values) {
        var counted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return counted.length == 0 ? Double.NaN : counted[counted.length / 2];
    }
}
