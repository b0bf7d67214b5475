package io.salesbrain.query.readmodel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leads in order, those who have given a signal apart from the others: who may be hot is read without stepping over
 * who may not, so a page costs what it shows. Not safe for use by several threads; the caller holds a lock.
 */
final class Ranking {
    private final RankedList<RankedLead> signalled = new RankedList<>(RankedLead.ORDER);
    private final RankedList<RankedLead> others = new RankedList<>(RankedLead.ORDER);

    void add(RankedLead lead, boolean hasSignalled) {
        (hasSignalled ? signalled : others).add(lead);
    }

    void remove(RankedLead lead, boolean hasSignalled) {
        (hasSignalled ? signalled : others).remove(lead);
    }

    boolean isEmpty() {
        return signalled.size() == 0 && others.size() == 0;
    }

    /**
     * @param after from behind this place on; null: from the first
     * @param hot only those that are, or that are not
     * @param threshold hot is who has signalled and has at least this mass
     */
    List<RankedLead> list(@Nullable RankedLead after, Optional<Boolean> hot, double threshold, int limit) {
        if (hot.isEmpty()) {
            return merged(behind(signalled, after), behind(others, after), limit);
        }
        if (hot.get()) {
            return whileHot(behind(signalled, after), threshold, limit);
        }
        return merged(cold(after, threshold), behind(others, after), limit);
    }

    private Iterator<RankedLead> cold(@Nullable RankedLead after, double threshold) {
        if (threshold == Double.NEGATIVE_INFINITY) {
            return Collections.emptyIterator();
        }
        var under = RankedLead.firstWith(Math.nextDown(threshold));
        boolean isFarther = after != null && RankedLead.ORDER.compare(after, under) > 0;
        return behind(signalled, isFarther ? after : under);
    }

    private static Iterator<RankedLead> behind(RankedList<RankedLead> list, @Nullable RankedLead place) {
        return place == null ? list.iterator() : list.iteratorBehind(place);
    }

    private static List<RankedLead> whileHot(Iterator<RankedLead> leads, double threshold, int limit) {
        var found = new ArrayList<RankedLead>();
        while (found.size() < limit && leads.hasNext()) {
            var lead = leads.next();
            if (lead.massLog2() < threshold) {
                break;
            }
            found.add(lead);
        }
        return found;
    }

    private static List<RankedLead> merged(Iterator<RankedLead> some, Iterator<RankedLead> others, int limit) {
        var found = new ArrayList<RankedLead>();
        var one = nextOrNull(some);
        var other = nextOrNull(others);
        while (found.size() < limit && (one != null || other != null)) {
            if (other == null || (one != null && RankedLead.ORDER.compare(one, other) < 0)) {
                found.add(one);
                one = nextOrNull(some);
            } else {
                found.add(other);
                other = nextOrNull(others);
            }
        }
        return found;
    }

    private static @Nullable RankedLead nextOrNull(Iterator<RankedLead> leads) {
        return leads.hasNext() ? leads.next() : null;
    }
}
