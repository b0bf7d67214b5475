package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.hot.Standing;
import io.salesbrain.scoring.hot.StandingChange;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The rules of crossings read word by word, over all leads at every change: hot is at or above the score of the
 * ⌈0.1·n⌉-th; who becomes hot is told of, unless told of within seven days without a fall under 0.8 of the threshold, and
 * not while both what moved the threshold and the lead's own last signal are older than two days.
 */
final class HotReference {
    private static final double FALLEN = Math.log(0.8) / Math.log(2);

    private final Map<String, Standing> leads = new HashMap<>();
    private final Map<String, Long> toldAtMs = new HashMap<>();
    private final Set<String> owed = new HashSet<>();

    double threshold() {
        var ranked = leads.values().stream()
                .filter(Standing::ranked)
                .sorted(Comparator.comparingDouble(Standing::mass).reversed())
                .toList();
        int n = ranked.size();
        return n == 0 ? Double.POSITIVE_INFINITY : ranked.get((n + 9) / 10 - 1).mass();
    }

    Set<String> hot() {
        double threshold = threshold();
        var hot = new HashSet<String>();
        leads.values().stream().filter(lead -> lead.isHot(threshold)).forEach(lead -> hot.add(lead.leadEmail()));
        return hot;
    }

    /** Who is told of. */
    Set<String> accept(StandingChange change, long nowMs) {
        var before = hot();
        var moved = change.standing();
        leads.put(moved.leadEmail(), moved);
        var after = hot();
        var told = new HashSet<String>();
        for (var lead : after) {
            boolean ownNews = isNews(standing(lead).lastSignalAtMs(), nowMs);
            if (!before.contains(lead)) {
                owed.remove(lead);
                if (mayTell(lead, nowMs)) {
                    (ownNews || isNews(change.happenedAtMs(), nowMs) ? told : owed).add(lead);
                }
            } else if (lead.equals(moved.leadEmail()) && ownNews && owed.remove(lead)) {
                told.add(lead);
            }
        }
        owed.retainAll(after);
        told.forEach(lead -> toldAtMs.put(lead, nowMs));
        double bound = threshold() + FALLEN;
        if (bound != Double.POSITIVE_INFINITY) {
            toldAtMs.keySet().removeIf(lead -> standing(lead).mass() < bound);
        }
        return told;
    }

    private Standing standing(String lead) {
        return Objects.requireNonNull(leads.get(lead));
    }

    private boolean mayTell(String lead, long nowMs) {
        var last = toldAtMs.get(lead);
        return last == null || nowMs - last >= Duration.ofDays(7).toMillis();
    }

    private static boolean isNews(long timeMs, long nowMs) {
        return nowMs - timeMs < Duration.ofDays(2).toMillis();
    }
}
