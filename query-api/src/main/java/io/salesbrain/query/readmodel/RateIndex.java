package io.salesbrain.query.readmodel;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Watermark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All counts by organization, dimension and hour. */
public final class RateIndex {
    private static final Comparator<StepVariant> BY_STEP = Comparator.comparingInt(StepVariant::sequence)
            .thenComparingInt(StepVariant::step)
            .thenComparingInt(StepVariant::variant);

    /** One organization's series; maps in order, so that lists have pages. */
    private record Rates(
            RateSeries whole,
            NavigableMap<String, RateSeries> campaigns,
            NavigableMap<String, RateSeries> accounts,
            Map<String, NavigableMap<StepVariant, RateSeries>> steps) {
        Rates() {
            this(
                    new RateSeries(),
                    new ConcurrentSkipListMap<>(),
                    new ConcurrentSkipListMap<>(),
                    new ConcurrentHashMap<>());
        }

        RateSeries series(Dimension dimension) {
            return switch (dimension) {
                case Dimension.Organization() -> whole;
                case Dimension.Campaign(var id) -> campaigns.computeIfAbsent(id, _ -> new RateSeries());
                case Dimension.Account(var account) -> accounts.computeIfAbsent(account, _ -> new RateSeries());
                case Dimension.Step(var id, var step) ->
                    steps.computeIfAbsent(id, _ -> new ConcurrentSkipListMap<>(BY_STEP))
                            .computeIfAbsent(step, _ -> new RateSeries());
            };
        }

        Optional<RateSeries> known(Dimension dimension) {
            var found = switch (dimension) {
                case Dimension.Organization() -> whole;
                case Dimension.Campaign(var id) -> campaigns.get(id);
                case Dimension.Account(var account) -> accounts.get(account);
                case Dimension.Step(var id, var step) ->
                    steps.containsKey(id) ? steps.get(id).get(step) : null;
            };
            return Optional.ofNullable(found).filter(series -> !series.isEmpty());
        }
    }

    private final Map<OrganizationId, Rates> organizations = new ConcurrentHashMap<>();

    /** Takes a record of the rates topic; a null value removes an hour. */
    public void accept(String key, @Nullable RateRecord value) {
        switch (value) {
            case null -> {
                if (!Watermark.isKey(key)) {
                    put(key, null);
                }
            }
            case RateBucket bucket -> put(key, bucket);
            case Watermark _ -> {}
        }
    }

    private void put(String key, @Nullable RateBucket bucket) {
        var parsed = RateKey.parse(key);
        organizations
                .computeIfAbsent(parsed.organizationId(), _ -> new Rates())
                .series(parsed.dimension())
                .put(parsed.hour(), bucket);
    }

    /** One or several organizations' series of one thing, seen as one: an administrator sees them all. */
    public static final class View {
        private final List<OrganizationId> owners;
        private final List<RateSeries> parts;

        private View(List<OrganizationId> owners, List<RateSeries> parts) {
            this.owners = owners;
            this.parts = parts;
        }

        /** Whose it is: the organizations that have counts of it. */
        public List<OrganizationId> owners() {
            return owners;
        }

        public Counts since(long firstHour) {
            var sum = Counts.zero();
            parts.forEach(part -> sum.add(part.since(firstHour)));
            return sum;
        }

        public Counts in(Window window, Instant now) {
            return since(window.firstHour(now));
        }

        /** UTC days in order; days without events are left out. */
        public Map<LocalDate, Counts> days(Window window, Instant now) {
            var days = new TreeMap<LocalDate, Counts>();
            parts.forEach(part -> part.addDays(window.firstHour(now), days));
            days.values().removeIf(Counts::isZero);
            return days;
        }

        /** Every hour that has counts, in order. */
        public NavigableMap<Long, Counts> hours() {
            var hours = new TreeMap<Long, Counts>();
            parts.forEach(part -> part.addHours(hours));
            return hours;
        }

        public Optional<Instant> updatedAt() {
            return parts.stream()
                    .map(RateSeries::updatedAt)
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder());
        }
    }

    /** The counts of one thing within these organizations; empty when none of them knows it. */
    public Optional<View> find(Collection<OrganizationId> owners, Dimension dimension) {
        var knowing = new ArrayList<OrganizationId>();
        var parts = new ArrayList<RateSeries>();
        for (var owner : owners) {
            var rates = organizations.get(owner);
            if (rates != null) {
                rates.known(dimension).ifPresent(series -> {
                    knowing.add(owner);
                    parts.add(series);
                });
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new View(List.copyOf(knowing), List.copyOf(parts)));
    }

    /** A view without counts, for an organization of which nothing is known yet. */
    public View nothing() {
        return new View(List.of(), List.of());
    }

    /** Every organization that has counts. */
    public NavigableSet<OrganizationId> organizations() {
        return new TreeSet<>(organizations.keySet());
    }

    /** Campaign ids behind a place, in order, at most so many. */
    public List<String> campaignsAfter(OrganizationId organization, Optional<String> after, int limit) {
        var rates = organizations.get(organization);
        return rates == null ? List.of() : page(rates.campaigns(), after, limit);
    }

    /** Account addresses behind a place, in order, at most so many. */
    public List<String> accountsAfter(OrganizationId organization, Optional<String> after, int limit) {
        var rates = organizations.get(organization);
        return rates == null ? List.of() : page(rates.accounts(), after, limit);
    }

    private static List<String> page(NavigableMap<String, RateSeries> all, Optional<String> after, int limit) {
        var rest = after.map(place -> all.tailMap(place, false)).orElse(all);
        return rest.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
    }

    /** The steps and variants of a campaign in these organizations, in order. */
    public NavigableSet<StepVariant> steps(Collection<OrganizationId> owners, String campaignId) {
        var found = new TreeSet<>(BY_STEP);
        for (var owner : owners) {
            var rates = organizations.get(owner);
            if (rates != null) {
                found.addAll(rates.steps()
                        .getOrDefault(campaignId, new TreeMap<>(BY_STEP))
                        .keySet());
            }
        }
        return found;
    }
}
