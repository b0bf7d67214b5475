package io.salesbrain.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.StepVariant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class RateIndexTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final OrganizationId OTHER = new OrganizationId("other");
    private static final Instant NOW = Instant.parse("2026-03-04T12:34:56Z");

    /** Random buckets, replaced and removed, against plain sums over the latest of each key. */
    @Test
    void sumsLikePlainSums() {
        for (long seed = 1; seed <= 15; seed++) {
            var random = new Random(seed);
            var index = new RateIndex();
            var model = new HashMap<RateKey, Counts>();
            for (int i = 0; i < 2_000; i++) {
                var key = randomKey(random);
                if (random.nextInt(20) == 0) {
                    model.remove(key);
                    index.accept(key.format(), null);
                } else {
                    var counts = randomCounts(random);
                    model.put(key, counts);
                    index.accept(key.format(), new RateBucket(counts, i, NOW.plusMillis(i)));
                }
            }
            for (var dimension : dimensions()) {
                for (var window : Window.values()) {
                    assertSame(index, model, dimension, window, seed);
                }
            }
        }
    }

    private static void assertSame(
            RateIndex index, Map<RateKey, Counts> model, Dimension dimension, Window window, long seed) {
        var span = Map.of(
                Window.LAST_24_HOURS, Duration.ofHours(24),
                Window.LAST_7_DAYS, Duration.ofDays(7),
                Window.LAST_30_DAYS, Duration.ofDays(30));
        Predicate<RateKey> inWindow = key -> !span.containsKey(window)
                || !key.start()
                        .plus(Duration.ofHours(1))
                        .minusMillis(1)
                        .isBefore(NOW.minus(span.getOrDefault(window, Duration.ZERO)));
        var sum = Counts.zero();
        var days = new TreeMap<LocalDate, Counts>();
        model.forEach((key, counts) -> {
            if (key.dimension().equals(dimension) && key.organizationId().equals(ACME) && inWindow.test(key)) {
                sum.add(counts);
                days.computeIfAbsent(key.start().atZone(ZoneOffset.UTC).toLocalDate(), _ -> Counts.zero())
                        .add(counts);
            }
        });
        var view = index.find(List.of(ACME), dimension).orElseThrow();
        assertThat(view.in(window, NOW))
                .as("seed %d, %s, %s", seed, dimension, window)
                .isEqualTo(sum);
        assertThat(view.days(window, NOW))
                .as("seed %d, %s, %s", seed, dimension, window)
                .isEqualTo(days);
    }

    private static List<Dimension> dimensions() {
        return List.of(
                new Dimension.Organization(),
                new Dimension.Campaign("c1"),
                new Dimension.Campaign("c/2"),
                new Dimension.Account("box@example.com"),
                new Dimension.Step("c/2", new StepVariant(0, 1, 2)));
    }

    private static RateKey randomKey(Random random) {
        var dimensions = dimensions();
        return new RateKey(
                random.nextInt(5) == 0 ? OTHER : ACME,
                dimensions.get(random.nextInt(dimensions.size())),
                RateKey.hourOf(NOW.toEpochMilli()) - random.nextInt(24 * 40) + 1);
    }

    private static Counts randomCounts(Random random) {
        var counts = Counts.zero();
        counts.add(Metric.at(random.nextInt(Metric.count())), 1 + random.nextInt(9));
        counts.add(Metric.EMAILS_SENT, random.nextInt(3) + 1);
        return counts;
    }

    @Test
    void aWindowBeginsWithTheHourInWhichItsEdgeLies() {
        var index = new RateIndex();
        long edge = RateKey.hourOf(NOW.minus(Duration.ofHours(24)).toEpochMilli());
        put(index, ACME, new Dimension.Organization(), edge, 1);
        put(index, ACME, new Dimension.Organization(), edge - 1, 10);

        var view = index.find(List.of(ACME), new Dimension.Organization()).orElseThrow();

        assertThat(view.in(Window.LAST_24_HOURS, NOW).get(Metric.EMAILS_SENT)).isEqualTo(1);
        assertThat(view.in(Window.ALL, NOW).get(Metric.EMAILS_SENT)).isEqualTo(11);
    }

    @Test
    void weeksBeginOnMonday() {
        // A Wednesday.
        assertThat(Window.firstHourOfDay(NOW)).isEqualTo(hour("2026-03-04T00:00:00Z"));
        assertThat(Window.firstHourOfWeek(NOW)).isEqualTo(hour("2026-03-02T00:00:00Z"));
        assertThat(Window.firstHourOfMonth(NOW)).isEqualTo(hour("2026-03-01T00:00:00Z"));
        assertThat(Window.firstHourOfWeek(Instant.parse("2026-03-02T00:00:00Z")))
                .isEqualTo(hour("2026-03-02T00:00:00Z"));
    }

    private static long hour(String time) {
        return RateKey.hourOf(Instant.parse(time).toEpochMilli());
    }

    @Test
    void severalOrganizationsAreSeenAsOneAndEachByItself() {
        var index = new RateIndex();
        put(index, ACME, new Dimension.Campaign("shared"), 100, 1);
        put(index, OTHER, new Dimension.Campaign("shared"), 100, 2);

        assertThat(sent(index, List.of(ACME, OTHER), "shared")).isEqualTo(3);
        assertThat(sent(index, List.of(OTHER), "shared")).isEqualTo(2);
        assertThat(index.find(List.of(ACME), new Dimension.Campaign("unknown"))).isEmpty();
        assertThat(index.campaignsAfter(ACME, Optional.empty(), 10)).containsExactly("shared");
        assertThat(index.campaignsAfter(ACME, Optional.of("shared"), 10)).isEmpty();
    }

    private static long sent(RateIndex index, List<OrganizationId> owners, String campaign) {
        return index.find(owners, new Dimension.Campaign(campaign))
                .orElseThrow()
                .in(Window.ALL, NOW)
                .get(Metric.EMAILS_SENT);
    }

    private static void put(RateIndex index, OrganizationId owner, Dimension dimension, long hour, long sent) {
        var counts = Counts.zero();
        counts.add(Metric.EMAILS_SENT, sent);
        index.accept(new RateKey(owner, dimension, hour).format(), new RateBucket(counts, 1, NOW));
    }
}
