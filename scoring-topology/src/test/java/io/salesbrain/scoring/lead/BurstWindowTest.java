package io.salesbrain.scoring.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.BurstCircle;
import io.salesbrain.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is found one by one is what a look at all of them at once would find, whatever the order. */
class BurstWindowTest {
    private record Look(String lead, long second) {}

    @Test
    void oneByOneGivesWhatAllAtOnceWould() {
        Seeds.forEach(300, random -> {
            var looks = new ArrayList<Look>();
            int leads = 1 + random.nextInt(60);
            int seconds = 1 + random.nextInt(20);
            for (int i = random.nextInt(200); i >= 0; i--) {
                looks.add(new Look("lead-" + random.nextInt(leads), random.nextInt(seconds)));
            }
            Collections.shuffle(looks, random);
            assertThat(oneByOne(looks)).isEqualTo(allAtOnce(looks));
        });
    }

    @Test
    void aCodecKeepsMarksAndOldValuesHaveNone() {
        Seeds.forEach(200, random -> {
            var bursts = BurstMarks.NONE;
            for (int i = random.nextInt(200); i > 0; i--) {
                var circle = random.nextBoolean() ? BurstCircle.DOMAIN : BurstCircle.ACCOUNT;
                bursts = bursts.with(new Burst(circle, random.nextInt(1_000_000) - 500_000, 1 + random.nextInt(3)));
            }
            var history = History.EMPTY.with(bursts);
            assertThat(HistoryCodec.decode(HistoryCodec.encode(history))).isEqualTo(history);
            assertThat(bursts.marks()).hasSizeLessThanOrEqualTo(BurstMarks.MOST);
        });
        // Format 1, no texts, no touches: what was written before there were marks.
        assertThat(HistoryCodec.decode(new byte[] {1, 0, 0})).isEqualTo(History.EMPTY);
    }

    @Test
    void theEarliestMarksStayWhateverTheOrder() {
        Seeds.forEach(100, random -> {
            var bursts = new ArrayList<Burst>();
            for (int i = 0; i < 150; i++) {
                bursts.add(new Burst(BurstCircle.DOMAIN, random.nextInt(120), 1 + random.nextInt(3)));
            }
            var expected = marks(bursts);
            Collections.shuffle(bursts, random);
            assertThat(marks(bursts)).isEqualTo(expected);
        });
    }

    private static BurstMarks marks(List<Burst> bursts) {
        var marks = BurstMarks.NONE;
        for (var burst : bursts) {
            marks = marks.with(burst);
        }
        return marks;
    }

    private static Map<Look, Integer> oneByOne(List<Look> looks) {
        var levels = new HashMap<Look, Integer>();
        var known = new TreeMap<Long, Set<String>>();
        for (var look : looks) {
            var there = known.computeIfAbsent(look.second(), _ -> new HashSet<>());
            if (there.contains(look.lead())) {
                continue;
            }
            for (var finding : BurstWindow.added(known, look.second(), look.lead())) {
                levels.merge(new Look(finding.lead(), finding.second()), finding.level(), Math::max);
            }
            // As the store does it: no more than make the strongest burst.
            if (there.size() < BurstWindow.MOST_PER_SECOND) {
                there.add(look.lead());
            }
        }
        return levels;
    }

    private static Map<Look, Integer> allAtOnce(List<Look> looks) {
        var levels = new HashMap<Look, Integer>();
        for (var look : looks) {
            long others = looks.stream()
                    .filter(other -> Math.abs(other.second() - look.second()) <= BurstWindow.REACH)
                    .map(Look::lead)
                    .distinct()
                    .count();
            if (Burst.level((int) others) > 0) {
                levels.put(look, Burst.level((int) others));
            }
        }
        return levels;
    }
}
