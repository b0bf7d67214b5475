package io.salesbrain.benchmarks.watch;

import io.salesbrain.benchmarks.watch.Mailbox.Outcome;
import io.salesbrain.query.abtest.Alphas;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Alerts and A/B verdicts against what they promise, on invented accounts and experiments. Ends with 1 if a goal is missed. */
@Command(
        name = "watch",
        description = "False alerts and detection delays of the watch stage, false and missed winners of A/B tests.")
public final class WatchBench implements Callable<Integer> {
    private static final double MOST_FALSE = 1;
    private static final double MOST_DELAY = 1.4;
    private static final double MOST_FALSE_WINNERS = 0.05;
    private static final double LEAST_POWER = 0.8;

    /** The kinds the goals are about; they share the false alerts evenly. */
    private static final List<Outcome> KINDS = List.of(Outcome.OPEN, Outcome.REPLY, Outcome.BOUNCE);

    private static final double CUSUM_FALSE = MOST_FALSE / KINDS.size();
    private static final double LEAST_HEIGHT = 6;
    private static final double HEIGHT_STEP = 0.25;
    private static final int HEIGHTS = 17;

    @Option(names = "--seed", description = "Of all that is invented (default: ${DEFAULT-VALUE}).")
    private long seed = 7;

    @Option(names = "--accounts", description = "Accounts at which nothing changes (default: ${DEFAULT-VALUE}).")
    private int accounts = 600;

    @Option(names = "--weeks", description = "Weeks of each, from its first e-mail on (default: ${DEFAULT-VALUE}).")
    private int weeks = 26;

    @Option(names = "--changes", description = "Accounts at which a rate changes (default: ${DEFAULT-VALUE}).")
    private int changes = 600;

    @Option(names = "--experiments", description = "A/B tests of each kind (default: ${DEFAULT-VALUE}).")
    private int experiments = 2_000;

    private final List<String> goals = new ArrayList<>();
    private boolean met = true;

    @Override
    public Integer call() {
        System.out.printf(
                "seed %d; %d accounts over %d weeks, %d changes of each kind%n%n", seed, accounts, weeks, changes);
        alerts();
        System.out.println();
        verdicts();
        System.out.println();
        goals.forEach(System.out::println);
        return met ? 0 : 1;
    }

    private void alerts() {
        System.out.println(
                "| Kind | Change | Rule | False alerts per 100 account-weeks | Median delay, matured sends |");
        System.out.println("|---|---|---|---|---|");
        double falseAlerts = 0;
        double fixedFalse = 0;
        for (var outcome : Outcome.values()) {
            var figures = Figures.of(new AlertTrials(seed), outcome, accounts, weeks, changes);
            figures.print(outcome);
            falseAlerts += figures.ours().falseAlerts();
            fixedFalse += figures.fixed().falseAlerts();
            if (KINDS.contains(outcome)) {
                double ratio = figures.ours().delay() / figures.cusum().delay();
                goal(
                        "%s: %.2f of the optimum's delay (at most %.1f)".formatted(label(outcome), ratio, MOST_DELAY),
                        ratio <= MOST_DELAY);
                goal(
                        label(outcome) + ": sooner than the fixed rule",
                        figures.ours().delay() < figures.fixed().delay());
            }
        }
        goal(
                "%.2f false alerts of all kinds per 100 account-weeks (at most %.0f)"
                        .formatted(falseAlerts, MOST_FALSE),
                falseAlerts <= MOST_FALSE);
        goal("the fixed rule raises %.2f".formatted(fixedFalse), falseAlerts < fixedFalse);
    }

    private record Line(double falseAlerts, double delay) {}

    /** @param fixed the rule over 28 days, {@code week} the same over 7 with a higher threshold for bounces */
    private record Figures(Line ours, Line cusum, Line fixed, Line week) {
        static Figures of(AlertTrials trials, Outcome outcome, int accounts, int weeks, int changes) {
            var rules = new ArrayList<Function<Outcome, Rule>>();
            rules.add(Rule::ours);
            rules.add(each -> new Rule.Fixed(each, 28, 0.02));
            rules.add(each -> new Rule.Fixed(each, 7, 0.05));
            int first = rules.size();
            for (int i = 0; i < HEIGHTS; i++) {
                double height = LEAST_HEIGHT + i * HEIGHT_STEP;
                rules.add(_ -> new Rule.Cusum(height));
            }
            var falseAlerts = trials.falseAlerts(outcome, rules, accounts, weeks);
            var delays = trials.medianDelays(outcome, rules, changes);
            // The lowest of these charts that is as rarely wrong as its share of the goal allows.
            int chart = first;
            while (chart < rules.size() - 1 && falseAlerts[chart] > CUSUM_FALSE) {
                chart++;
            }
            return new Figures(
                    new Line(falseAlerts[0], delays[0]),
                    new Line(falseAlerts[chart], delays[chart]),
                    new Line(falseAlerts[1], delays[1]),
                    new Line(falseAlerts[2], delays[2]));
        }

        void print(Outcome outcome) {
            print(outcome, "ours", ours);
            print(outcome, "CUSUM that knows both rates", cusum);
            print(outcome, "fixed, 28 days", fixed);
            print(outcome, "fixed, 7 days", week);
        }

        private static void print(Outcome outcome, String rule, Line line) {
            System.out.printf(
                    "| %s | %.2f %% to %.0f %% | %s | %.2f | %.0f |%n",
                    label(outcome), 100 * outcome.usual, 100 * outcome.changed, rule, line.falseAlerts(), line.delay());
        }
    }

    private void verdicts() {
        System.out.println(
                "| True rates | Leads per variant | Winner named, ours | of these wrong | Leads per variant, middle | Winner named by naive significance |");
        System.out.println("|---|---|---|---|---|---|");
        race(0.01, 0.01);
        goal("no false winner beyond 5 % at 3 % and 3 %", race(0.03, 0.03) <= MOST_FALSE_WINNERS);
        race(0.06, 0.06);
        double power = race(0.03, 0.06);
        goal("3 % and 6 % are told apart in at least 80 %", power >= LEAST_POWER);
        race(0.03, 0.045);
    }

    private double race(double first, double second) {
        int leads = 1_600;
        var random = new Random(seed);
        int named = 0;
        int wrong = 0;
        int naive = 0;
        var sizes = new ArrayList<Long>();
        for (int i = 0; i < experiments; i++) {
            var outcome = new Experiment(random, first, second, leads).judge(Alphas.POSITIVE_REPLIES);
            naive += outcome.naiveWinner() > 0 ? 1 : 0;
            if (outcome.winner() > 0) {
                named++;
                wrong += outcome.winner() == 1 || first == second ? 1 : 0;
                sizes.add(outcome.leads());
            }
        }
        var sorted = sizes.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "| %.1f %% and %.1f %% | %d | %.1f %% | %.1f %% | %s | %.1f %% |%n",
                100 * first,
                100 * second,
                leads,
                100.0 * named / experiments,
                100.0 * wrong / experiments,
                sorted.length == 0 ? "" : Long.toString(sorted[sorted.length / 2]),
                100.0 * naive / experiments);
        return (double) named / experiments;
    }

    private void goal(String what, boolean isMet) {
        met &= isMet;
        goals.add((isMet ? "met: " : "MISSED: ") + what);
    }

    private static String label(Outcome outcome) {
        return switch (outcome) {
            case OPEN -> "open rate";
            case REPLY -> "reply rate";
            case BOUNCE -> "bounce rate";
            case UNSUBSCRIBE -> "unsubscribe rate";
            case SPAM_REPORT -> "spam rate";
        };
    }
}
