package io.salesbrain.scoring.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.OrganizationId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The product and the reference agree on random histories, to the last cell. {@code -Dsalesbrain.histories=10000} for
 * more of them, {@code -Dsalesbrain.seed=S -Dsalesbrain.histories=1} for the one that a failure names.
 */
class ReferenceTest {
    private static final int HISTORIES = Integer.getInteger("salesbrain.histories", 200);
    private static final long FIRST = Long.getLong("salesbrain.seed", 20_260_101L);
    /** So many share a topology, each as an organization of its own, their events mixed. */
    private static final int TOGETHER = 100;
    /** So many failing histories are made small and told; the rest is only counted. */
    private static final int TOLD = 3;

    @Test
    void theTopologyAgreesWithTheReference() {
        int failed = 0;
        var told = new ArrayList<String>();
        for (long from = FIRST; from < FIRST + HISTORIES; from += TOGETHER) {
            for (long seed : disagreeing(from, Math.min(from + TOGETHER, FIRST + HISTORIES))) {
                failed++;
                if (told.size() < TOLD) {
                    told.add(tell(seed));
                }
            }
        }
        assertThat(failed)
                .withFailMessage("%d of %d histories disagree%n%s", failed, HISTORIES, String.join("\n", told))
                .isZero();
    }

    private static List<Long> disagreeing(long from, long to) {
        Map<Long, List<Input>> histories = new HashMap<>();
        for (long seed = from; seed < to; seed++) {
            histories.put(seed, Histories.of(seed));
        }
        var product = Product.of(mixed(histories.values().stream().toList(), new Random(from)));
        return histories.entrySet().stream()
                .filter(history -> !product.disagreements(organization(history.getKey()), history.getValue())
                        .isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** All histories at once, each in its own order. */
    private static List<Input> mixed(List<List<Input>> histories, Random random) {
        var turns = new ArrayList<Integer>();
        for (int i = 0; i < histories.size(); i++) {
            turns.addAll(Collections.nCopies(histories.get(i).size(), i));
        }
        Collections.shuffle(turns, random);
        var iterators = histories.stream().map(List::iterator).toList();
        var mixed = new ArrayList<Input>();
        turns.forEach(turn -> mixed.add(iterators.get(turn).next()));
        return mixed;
    }

    private static String tell(long seed) {
        var all = Histories.of(seed);
        if (disagreements(seed, all).isEmpty()) {
            return "seed " + seed + " disagrees only among other organizations: the product mixes them up";
        }
        var smallest = smallest(seed, all);
        var text = new StringBuilder(
                "-Dsalesbrain.seed=" + seed + " -Dsalesbrain.histories=1, smallest in order of arrival:\n");
        smallest.forEach(input -> text.append("    ").append(input).append("\n"));
        disagreements(seed, smallest)
                .forEach(line -> text.append("  ").append(line).append("\n"));
        return text.toString();
    }

    /** Leaves out what can be left out while there is still a disagreement: halves first, at last single inputs. */
    private static List<Input> smallest(long seed, List<Input> failing) {
        var left = new ArrayList<>(failing);
        for (int part = left.size() / 2; part > 0; part = part == 1 ? 0 : (part + 1) / 2) {
            for (int from = 0; from < left.size(); ) {
                var without = new ArrayList<>(left);
                without.subList(from, Math.min(from + part, left.size())).clear();
                if (disagreements(seed, without).isEmpty()) {
                    from += part;
                } else {
                    left = without;
                }
            }
        }
        return left;
    }

    private static List<String> disagreements(long seed, List<Input> inputs) {
        return Product.of(inputs).disagreements(organization(seed), inputs);
    }

    private static OrganizationId organization(long seed) {
        return new OrganizationId("org" + seed);
    }
}
