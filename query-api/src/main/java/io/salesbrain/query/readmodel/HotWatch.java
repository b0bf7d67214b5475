package io.salesbrain.query.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Says which leads of one organization cross into hot. The threshold moves with every lead's events, so a lead can cross
 * without an event of its own; only the leads between the old and the new threshold are looked at. A lead is reported
 * again only after it has fallen under 0.8 of the threshold, or after seven days.
 */
final class HotWatch {
    private static final Duration QUIET = Duration.ofDays(7);
    private static final double FALLEN_LOG2 = Math.log(0.8) / Math.log(2);

    private final RankedList<RankedLead> ranking;
    private final Predicate<String> signalled;
    private final Set<String> hot = new HashSet<>();
    private final Map<String, Instant> reportedAt = new HashMap<>();
    /** The reported leads by rank, so that those who have fallen are at its end. */
    private final TreeSet<RankedLead> reported = new TreeSet<>(RankedLead.ORDER);

    private double threshold = Double.POSITIVE_INFINITY;

    HotWatch(RankedList<RankedLead> ranking, Predicate<String> signalled) {
        this.ranking = ranking;
        this.signalled = signalled;
    }

    /** A lead leaves its old place; it may get a new one with {@link #moved}. */
    void leaves(RankedLead place) {
        reported.remove(place);
    }

    /** Takes the hot leads of this moment as known, without reporting them. */
    void startFrom(double threshold, Instant now) {
        this.threshold = threshold;
        hot.clear();
        for (var it = ranking.iteratorFrom(0); it.hasNext(); ) {
            var lead = it.next();
            if (lead.massLog2() < threshold) {
                return;
            }
            if (signalled.test(lead.leadEmail())) {
                hot.add(lead.leadEmail());
                report(lead, now);
            }
        }
    }

    /**
     * After a lead changed and the ranking knows it.
     *
     * @return who crossed into hot and is to be reported
     */
    List<RankedLead> moved(Change change, double newThreshold, Instant now) {
        var crossed = new ArrayList<RankedLead>();
        double old = threshold;
        threshold = newThreshold;
        if (newThreshold < old) {
            between(newThreshold, old).forEach(lead -> judge(lead, now, crossed));
        } else if (newThreshold > old) {
            between(old, newThreshold).forEach(lead -> hot.remove(lead.leadEmail()));
        }
        switch (change) {
            case Change.Unranked(var leadEmail) -> hot.remove(leadEmail);
            case Change.Ranked(var lead) -> {
                if (reportedAt.containsKey(lead.leadEmail())) {
                    reported.add(lead);
                }
                judge(lead, now, crossed);
            }
        }
        forgetFallen();
        return crossed;
    }

    sealed interface Change {
        record Ranked(RankedLead lead) implements Change {}

        record Unranked(String leadEmail) implements Change {}
    }

    private void judge(RankedLead lead, Instant now, List<RankedLead> crossed) {
        boolean isHot = lead.massLog2() >= threshold && signalled.test(lead.leadEmail());
        if (!isHot) {
            hot.remove(lead.leadEmail());
            return;
        }
        var last = reportedAt.get(lead.leadEmail());
        boolean mayReport = last == null || !last.plus(QUIET).isAfter(now);
        if (hot.add(lead.leadEmail()) && mayReport) {
            report(lead, now);
            crossed.add(lead);
        }
    }

    private void report(RankedLead lead, Instant now) {
        reportedAt.put(lead.leadEmail(), now);
        reported.add(lead);
    }

    private void forgetFallen() {
        while (!reported.isEmpty() && reported.last().massLog2() < threshold + FALLEN_LOG2) {
            var fallen = reported.last();
            reported.remove(fallen);
            reportedAt.remove(fallen.leadEmail());
        }
    }

    /** Leads with a mass in [from, to). */
    private List<RankedLead> between(double from, double to) {
        var found = new ArrayList<RankedLead>();
        int start = firstUnder(to);
        for (var it = ranking.iteratorFrom(start); it.hasNext(); ) {
            var lead = it.next();
            if (lead.massLog2() < from) {
                break;
            }
            found.add(lead);
        }
        return found;
    }

    /** The rank of the first lead whose mass is under this one. */
    private int firstUnder(double mass) {
        return mass == Double.POSITIVE_INFINITY ? 0 : ranking.rank(RankedLead.firstWith(Math.nextDown(mass)));
    }
}
