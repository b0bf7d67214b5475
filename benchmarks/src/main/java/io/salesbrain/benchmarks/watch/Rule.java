package io.salesbrain.benchmarks.watch;

import io.salesbrain.benchmarks.watch.Mailbox.Outcome;
import io.salesbrain.benchmarks.watch.Mailbox.Sent;
import io.salesbrain.scoring.watch.Cohort;
import io.salesbrain.scoring.watch.DropSettings;
import io.salesbrain.scoring.watch.DropWatch;
import io.salesbrain.scoring.watch.LevelSettings;
import io.salesbrain.scoring.watch.LevelWatch;
import java.util.ArrayDeque;
import java.util.Deque;

/** Something that raises alerts. It gets every hour in order, also those in which nothing was sent. */
interface Rule {
    /** A day in October 2024 whose first hour is a Monday's. */
    long FIRST_HOUR = 20_003L * 24;

    void hour(long hour, Iterable<Sent> sent);

    /** Whether its alert is open now. */
    boolean isOpen();

    /** Ours. */
    static Rule ours(Outcome outcome) {
        return switch (outcome) {
            case OPEN -> new Drop(new DropWatch(DropSettings.OPENS));
            case REPLY -> new Drop(new DropWatch(DropSettings.REPLIES));
            case BOUNCE -> new Level(new LevelWatch(LevelSettings.BOUNCES));
            case UNSUBSCRIBE -> new Level(new LevelWatch(LevelSettings.UNSUBSCRIBES));
            case SPAM_REPORT -> new Level(new LevelWatch(LevelSettings.SPAM));
        };
    }

    record Drop(DropWatch watch) implements Rule {
        @Override
        public void hour(long hour, Iterable<Sent> sent) {
            sent.forEach(each ->
                    watch.accept(new Cohort(FIRST_HOUR + each.hour(), each.step(), each.trials(), each.mature())));
        }

        @Override
        public boolean isOpen() {
            return watch.open().isPresent();
        }
    }

    record Level(LevelWatch watch) implements Rule {
        @Override
        public void hour(long hour, Iterable<Sent> sent) {
            sent.forEach(each -> watch.accept(new Cohort(FIRST_HOUR + each.hour(), 0, each.trials(), each.mature())));
        }

        @Override
        public boolean isOpen() {
            return watch.open().isPresent();
        }
    }

    /** The optimum: Page's chart, told the rate of every cohort before and after the change. It starts anew after each alert. */
    final class Cusum implements Rule {
        private final double opensAt;
        private double height;
        private boolean open;

        Cusum(double opensAt) {
            this.opensAt = opensAt;
        }

        @Override
        public void hour(long hour, Iterable<Sent> sent) {
            if (open) {
                height = 0;
                open = false;
            }
            for (var each : sent) {
                height += each.mature() * Math.log(each.after() / each.before())
                        + (each.trials() - each.mature()) * Math.log((1 - each.after()) / (1 - each.before()));
                height = Math.max(0, height);
                open |= height >= opensAt;
            }
        }

        @Override
        public boolean isOpen() {
            return open;
        }
    }

    /**
     * What most products do: the raw rate of the last days against a fixed threshold, or a fixed part of what it was in
     * as many days before.
     */
    final class Fixed implements Rule {
        private static final int LEAST_SENDS = 20;

        private final Outcome outcome;
        private final long windowHours;
        private final double bounces;
        private final Deque<long[]> recent = new ArrayDeque<>();
        private final Deque<long[]> before = new ArrayDeque<>();
        private long recentSends;
        private long recentOutcomes;
        private long beforeSends;
        private long beforeOutcomes;
        private boolean open;

        /** @param bounces the share of bounces that is too much */
        Fixed(Outcome outcome, int windowDays, double bounces) {
            this.outcome = outcome;
            this.windowHours = windowDays * 24L;
            this.bounces = bounces;
        }

        @Override
        public void hour(long hour, Iterable<Sent> sent) {
            long sends = 0;
            long outcomes = 0;
            for (var each : sent) {
                sends += each.trials();
                outcomes += each.mature();
            }
            if (sends + outcomes > 0) {
                recent.add(new long[] {hour, sends, outcomes});
                recentSends += sends;
                recentOutcomes += outcomes;
            }
            age(hour);
            double rate = recentSends == 0 ? 0 : (double) recentOutcomes / recentSends;
            open = recentSends >= LEAST_SENDS && isBad(rate);
        }

        private void age(long hour) {
            while (!recent.isEmpty() && recent.getFirst()[0] <= hour - windowHours) {
                var moved = recent.removeFirst();
                recentSends -= moved[1];
                recentOutcomes -= moved[2];
                before.add(moved);
                beforeSends += moved[1];
                beforeOutcomes += moved[2];
            }
            while (!before.isEmpty() && before.getFirst()[0] <= hour - 2 * windowHours) {
                var gone = before.removeFirst();
                beforeSends -= gone[1];
                beforeOutcomes -= gone[2];
            }
        }

        private boolean isBad(double rate) {
            boolean compares = beforeSends >= LEAST_SENDS;
            double usual = compares ? (double) beforeOutcomes / beforeSends : 0;
            return switch (outcome) {
                case OPEN -> compares && rate < 0.75 * usual;
                case REPLY -> compares && rate < 0.5 * usual;
                case BOUNCE -> rate > bounces;
                case UNSUBSCRIBE -> rate > LevelSettings.UNSUBSCRIBES.warning();
                case SPAM_REPORT -> rate > LevelSettings.SPAM.warning();
            };
        }

        @Override
        public boolean isOpen() {
            return open;
        }
    }
}
