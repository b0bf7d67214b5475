package io.salesbrain.scoring.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Beside a plain sorted list: the window's answer is its element, after any change, and what is at hand is bounded. */
class RankWindowTest {
    /** All masses, rising; counts what is read of it. */
    private static final class SortedList implements RankWindow.Masses {
        private final List<Double> rising = new ArrayList<>();
        private long read;

        void add(double mass) {
            int place = Collections.binarySearch(rising, mass);
            rising.add(place >= 0 ? place : -place - 1, mass);
        }

        double fromTop(long place) {
            return rising.get(rising.size() - Math.toIntExact(place));
        }

        private int firstFrom(double bound) {
            int low = 0;
            int high = rising.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (rising.get(middle) < bound) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        public void under(double bound, RankWindow.Reader reader) {
            for (int i = firstFrom(bound) - 1; i >= 0; i--) {
                read++;
                if (!reader.wantsMoreAfter(rising.get(i))) {
                    return;
                }
            }
        }

        @Override
        public void from(double bound, RankWindow.Reader reader) {
            for (int i = firstFrom(bound); i < rising.size(); i++) {
                read++;
                if (!reader.wantsMoreAfter(rising.get(i))) {
                    return;
                }
            }
        }
    }

    /** One window beside one list; forgets the window now and then, as a restart does. */
    private static final class Pair {
        private final SortedList list = new SortedList();
        private final Random random;
        private final double share;
        private RankWindow window = RankWindow.empty(list);
        private RankWindow.Place place = new RankWindow.Place(Double.POSITIVE_INFINITY, 0);
        private int restarts;

        Pair(Random random, double share) {
            this.random = random;
            this.share = share;
        }

        void add(double mass) {
            list.add(mass);
            window.add(mass);
            check();
        }

        void removeAny() {
            double mass = list.rising.remove(random.nextInt(list.rising.size()));
            window.remove(mass);
            check();
        }

        void removeTop() {
            window.remove(list.rising.removeLast());
            check();
        }

        private void check() {
            int size = list.rising.size();
            assertThat(window.size()).isEqualTo(size);
            if (size > 0) {
                long wanted = Math.max(1, (long) Math.ceil(share * size));
                place = window.at(wanted);
                assertThat(place.mass()).isEqualTo(list.fromTop(wanted));
                assertThat(place.above()).isLessThan(wanted);
                assertThat(window.groups()).isLessThanOrEqualTo(RankWindow.MOST_GROUPS + 1);
            }
            if (random.nextInt(200) == 0) {
                window = RankWindow.at(place.mass(), place.above(), size, list);
                restarts++;
            }
        }
    }

    private static void holds(int changes, double comes, ToDoubleFunction<Random> masses) {
        Seeds.forEach(4, random -> {
            var pair = new Pair(random, 0.1);
            for (int i = 0; i < changes; i++) {
                if (pair.list.rising.isEmpty() || random.nextDouble() < comes) {
                    pair.add(masses.applyAsDouble(random));
                } else {
                    pair.removeAny();
                }
            }
            assertThat(pair.restarts).isPositive();
        });
    }

    private static double mass(Random random, double overHalfLives) {
        double[] points = {10, 25, 35, 50, 60, 100, 185};
        return 1450
                + overHalfLives * random.nextDouble()
                + Math.log(points[random.nextInt(points.length)]) / Math.log(2);
    }

    @Test
    void tenYearsOfMasses() {
        holds(20_000, 0.7, random -> mass(random, 260));
    }

    @Test
    void allWithinHours() {
        holds(20_000, 0.7, random -> mass(random, 0.01));
    }

    @Test
    void heavyTies() {
        holds(20_000, 0.7, random -> Math.floor(mass(random, 1) * 2));
        holds(5_000, 0.6, _ -> 1455.0);
        holds(5_000, 0.6, random -> random.nextInt(50) == 0 ? mass(random, 1) : 1452.0);
    }

    @Test
    void scoresOfZeroAreRankedLast() {
        holds(5_000, 0.6, random -> random.nextBoolean() ? Double.NEGATIVE_INFINITY : mass(random, 10));
    }

    @Test
    void asManyComeAsGo() {
        holds(20_000, 0.5, random -> mass(random, 5));
    }

    /** Time passes: what comes lies above what was there, and the oldest go. */
    @Test
    void risingMasses() {
        Seeds.forEach(4, random -> {
            var pair = new Pair(random, 0.1);
            for (int i = 0; i < 20_000; i++) {
                pair.add(1450 + i * 0.001 + random.nextDouble());
            }
            assertThat(pair.list.read).as("leads read while 20000 came").isLessThan(60_000);
        });
    }

    /** An import of the past: what comes lies below, and the threshold sinks through all that was there. */
    @Test
    void fallingMassesAndTheBestGo() {
        Seeds.forEach(4, random -> {
            var pair = new Pair(random, 0.1);
            for (int i = 0; i < 20_000; i++) {
                pair.add(1450 - i * 0.001 + random.nextDouble());
            }
            for (int i = 0; i < 15_000; i++) {
                pair.removeTop();
            }
        });
    }

    @Test
    void aChangedShareIsFoundFarAway() {
        Seeds.forEach(4, random -> {
            var list = new SortedList();
            var window = RankWindow.empty(list);
            for (int i = 0; i < 10_000; i++) {
                double mass = mass(random, 3);
                list.add(mass);
                window.add(mass);
            }
            for (int i = 0; i < 200; i++) {
                long place = 1L + random.nextInt(10_000);
                assertThat(window.at(place).mass()).isEqualTo(list.fromTop(place));
            }
        });
    }

    @Test
    void whatWasNeverThereCannotGo() {
        var window = RankWindow.empty(new SortedList());
        assertThatThrownBy(() -> window.remove(3)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> window.at(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
