package io.salesbrain.simulator.oddity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/** Timestamps of senders whose clock is wrong, or who come days late. */
final class Clocks {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int MOST_DAYS_BACK = 30;
    private static final int MOST_MINUTES_AHEAD = 12;

    private Clocks() {}

    /** Whole days, so that no two events of a lead ever come to lie on the same instant by it. */
    static void daysBack(ObjectNode body, RandomGenerator random) {
        move(body, Duration.ofDays(-1 - random.nextInt(MOST_DAYS_BACK)));
    }

    /** Ahead of now, on both sides of the few minutes by which clocks are commonly allowed to differ. */
    static void minutesAhead(ObjectNode body, RandomGenerator random, Instant now) {
        body.put("timestamp", WRITTEN.format(now.plus(Duration.ofMinutes(1 + random.nextInt(MOST_MINUTES_AHEAD)))));
    }

    static void aYearAhead(ObjectNode body) {
        move(body, Duration.ofDays(366));
    }

    private static void move(ObjectNode body, Duration by) {
        Instant told = Instant.parse(body.path("timestamp").asText());
        body.put("timestamp", WRITTEN.format(told.plus(by)));
    }
}
