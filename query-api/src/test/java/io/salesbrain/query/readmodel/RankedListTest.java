package io.salesbrain.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RankedListTest {
    @Test
    void anEmptyListHasNoElements() {
        var list = new RankedList<Integer>(Comparator.naturalOrder());

        assertThat(list.size()).isZero();
        assertThat(list.remove(7)).isFalse();
        assertThat(list.iterator().hasNext()).isFalse();
        assertThatThrownBy(() -> list.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.iterator().next()).isInstanceOf(NoSuchElementException.class);
    }

    /** Against a sorted set, through growth and shrinking over many blocks. */
    @Test
    void ranksLikeASortedList() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            var list = new RankedList<Integer>(Comparator.reverseOrder());
            var model = new TreeSet<Integer>(Comparator.reverseOrder());
            int range = 10 + random.nextInt(8_000);
            for (int step = 0; step < 12_000; step++) {
                int element = random.nextInt(range);
                boolean grows = step < 6_000 ? random.nextInt(10) < 8 : random.nextInt(10) < 3;
                if (grows) {
                    assertThat(list.add(element)).as("seed %d", seed).isEqualTo(model.add(element));
                } else {
                    assertThat(list.remove(element)).as("seed %d", seed).isEqualTo(model.remove(element));
                }
                if (step % 1_000 == 0) {
                    assertSame(list, model, range, random, seed);
                }
            }
            assertSame(list, model, range, random, seed);
        }
    }

    private static void assertSame(
            RankedList<Integer> list, NavigableSet<Integer> model, int range, Random random, long seed) {
        var sorted = List.copyOf(model);
        assertThat(list.size()).as("seed %d", seed).isEqualTo(sorted.size());
        for (int i = 0; i < 50 && !sorted.isEmpty(); i++) {
            int rank = random.nextInt(sorted.size());
            assertThat(list.get(rank)).as("seed %d", seed).isEqualTo(sorted.get(rank));
            int element = random.nextInt(range);
            var behind = list.iteratorBehind(element);
            var next = model.higher(element);
            assertThat(behind.hasNext()).as("seed %d", seed).isEqualTo(next != null);
            if (next != null) {
                assertThat(behind.next()).as("seed %d", seed).isEqualTo(next);
            }
        }
        var all = new ArrayList<Integer>();
        list.iterator().forEachRemaining(all::add);
        assertThat(all).as("seed %d", seed).isEqualTo(sorted);
        int element = random.nextInt(range);
        var rest = new ArrayList<Integer>();
        list.iteratorBehind(element).forEachRemaining(rest::add);
        assertThat(rest).as("seed %d", seed).isEqualTo(List.copyOf(model.tailSet(element, false)));
    }
}
