package io.salesbrain.query.abtest;

import java.util.List;
import java.util.OptionalInt;

/**
 * The variants of one step by one measure.
 *
 * @param leader the arm with the highest rate; empty where nobody has a success
 * @param probabilityBest of each arm
 * @param evidence for the leader against the best of the others, as the logarithm of a wealth ({@link Race})
 * @param evidenceNeeded what makes it a winner
 * @param leadsNeeded per variant, in all
 */
public record Contest(
        Verdict verdict,
        OptionalInt leader,
        List<Double> probabilityBest,
        double evidence,
        double evidenceNeeded,
        long leadsNeeded) {
    public Contest {
        probabilityBest = List.copyOf(probabilityBest);
    }

    /** Under these nothing is said at all. */
    static final int LEAST_LEADS = 50;

    static final int LEAST_SUCCESSES = 5;

    /** From which a variant is said to lead. */
    static final double LEADS_AT = 0.9;

    /** @param race of the same arms by the same measure */
    public static Contest of(List<Arm> arms, Race race, double alpha) {
        double needed = race.needed(alpha);
        if (arms.size() < 2) {
            return new Contest(Verdict.NOT_ENOUGH_DATA, OptionalInt.empty(), List.of(1.0), 0, needed, 0);
        }
        var best = Shares.best(arms);
        long successes = arms.stream().mapToLong(Arm::successes).sum();
        long leads = arms.stream().mapToLong(Arm::leads).min().orElse(0);
        int leader = first(arms, -1);
        int second = first(arms, leader);
        long leadsNeeded =
                SampleSize.perVariant(arms.get(leader).rate(), arms.get(second).rate());
        double evidence = race.evidence(leader);
        var verdict = verdict(leads, successes, evidence >= needed, best.get(leader), leads >= leadsNeeded);
        var known = successes == 0 ? OptionalInt.empty() : OptionalInt.of(leader);
        return new Contest(verdict, known, best, evidence, needed, leadsNeeded);
    }

    private static Verdict verdict(long leads, long successes, boolean isProven, double probability, boolean isEnough) {
        if (leads < LEAST_LEADS || successes < LEAST_SUCCESSES) {
            return Verdict.NOT_ENOUGH_DATA;
        }
        if (isProven) {
            return Verdict.WINNER;
        }
        if (isEnough) {
            return Verdict.NO_DIFFERENCE;
        }
        return probability >= LEADS_AT ? Verdict.LEADING : Verdict.NOT_ENOUGH_DATA;
    }

    /** The arm with the highest rate but for one; of equals the first. */
    private static int first(List<Arm> arms, int except) {
        int found = except == 0 ? 1 : 0;
        for (int i = 0; i < arms.size(); i++) {
            if (i != except && arms.get(i).rate() > arms.get(found).rate()) {
                found = i;
            }
        }
        return found;
    }
}
