package io.salesbrain.events;

import java.time.Duration;
import java.time.Instant;

/**
 * One bucket of rates: whose, of what, in which UTC hour.
 *
 * @param hour hours since 1970 UTC
 */
public record RateKey(OrganizationId organizationId, Dimension dimension, long hour) {
    public static final long HOUR_MS = Duration.ofHours(1).toMillis();

    public static long hourOf(long epochMs) {
        return Math.floorDiv(epochMs, HOUR_MS);
    }

    public Instant start() {
        return Instant.ofEpochMilli(hour * HOUR_MS);
    }

    /** As in the rates topic: {@code org/hour/o}, {@code org/hour/c/id}, {@code org/hour/s/0_1_2/id}, {@code org/hour/a/mail}. */
    public String format() {
        return organizationId + "/" + hour
                + switch (dimension) {
                    case Dimension.Organization() -> "/o";
                    case Dimension.Campaign(var id) -> "/c/" + id;
                    case Dimension.Step(var id, var s) ->
                        "/s/" + s.sequence() + "_" + s.step() + "_" + s.variant() + "/" + id;
                    case Dimension.Account(var account) -> "/a/" + account;
                };
    }

    /** Buckets with the same route lie in order in one partition: a campaign with its steps, an account. */
    public static String route(String key) {
        var parts = key.split("/", 4);
        return parts[0] + "/"
                + switch (parts[2]) {
                    case "o" -> "o";
                    case "s" -> "c/" + parts[3].substring(parts[3].indexOf('/') + 1);
                    default -> parts[2] + "/" + parts[3];
                };
    }

    public static RateKey parse(String key) {
        var parts = key.split("/", 4);
        var dimension = switch (parts[2]) {
            case "o" -> new Dimension.Organization();
            case "c" -> new Dimension.Campaign(parts[3]);
            case "a" -> new Dimension.Account(parts[3]);
            case "s" -> step(parts[3]);
            default -> throw new IllegalArgumentException("no rate key: " + key);
        };
        return new RateKey(new OrganizationId(parts[0]), dimension, Long.parseLong(parts[1]));
    }

    private static Dimension step(String rest) {
        int slash = rest.indexOf('/');
        var numbers = rest.substring(0, slash).split("_", 3);
        return new Dimension.Step(
                rest.substring(slash + 1),
                new StepVariant(
                        Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2])));
    }
}
