package io.salesbrain.scoring.lead;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * When opens and clicks of several leads are a burst: at least {@link Burst#FEW} different leads of one circle within two
 * seconds before and after. Few people of one company look within five seconds, and a sender's many mails at once make
 * no burst either, as sends do not count and people come later, one by one. How strong it is, is a function of the set
 * of opens and clicks alone, and more of them never make it weaker.
 */
public final class BurstWindow {
    /** To either side, in seconds. */
    public static final int REACH = 2;

    /** How far from a new open or click lies what decides about it and what it decides about. */
    public static final int SCOPE = 2 * REACH;

    /** Of one second no more leads need to be known: with so many it cannot become more of a burst. */
    public static final int MOST_PER_SECOND = Burst.CROWD;

    /** That the opens and clicks of a lead in that second are part of a burst. */
    public record Finding(String lead, long second, int level) {}

    private BurstWindow() {}

    /**
     * What one more open or click tells, of itself and of those around it.
     *
     * @param around the leads known so far, by second, at least {@link #SCOPE} to either side
     */
    public static List<Finding> added(SortedMap<Long, ? extends Set<String>> around, long second, String lead) {
        var findings = new ArrayList<Finding>();
        for (long each = second - REACH; each <= second + REACH; each++) {
            var leads = new HashSet<String>();
            around.subMap(each - REACH, each + REACH + 1).values().forEach(leads::addAll);
            int before = Burst.level(leads.size());
            leads.add(lead);
            int after = Burst.level(leads.size());
            if (after > before) {
                var there = around.get(each);
                for (var other : there == null ? Set.<String>of() : there) {
                    if (each != second || !other.equals(lead)) {
                        findings.add(new Finding(other, each, after));
                    }
                }
            }
            if (each == second && after > 0) {
                findings.add(new Finding(lead, second, after));
            }
        }
        return findings;
    }
}
