package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What an organization's events are worth, and from which score on a lead is hot.
 *
 * @param halfLifeMs after which a point is worth half; hours to years, where scores are exact to a billionth
 * @param hotShare of the scored leads, from whose last one the threshold is taken; above 0, at most 1
 * @param hotMinimum no lead below this score is hot, however few are above
 */
public record ScoreSettings(
        int open, int click, int reply, int meeting, long halfLifeMs, BigDecimal hotShare, BigDecimal hotMinimum) {
    public static final int MOST_POINTS = 100_000;
    public static final Duration SHORTEST_HALF_LIFE = Duration.ofHours(1);
    public static final Duration LONGEST_HALF_LIFE = Duration.ofDays(3_650);
    public static final BigDecimal HIGHEST_MINIMUM = new BigDecimal("1000000000");

    public static final ScoreSettings DEFAULT =
            new ScoreSettings(10, 25, 50, 100, Duration.ofDays(14).toMillis(), new BigDecimal("0.1"), BigDecimal.ZERO);

    public ScoreSettings {
        points("open", open);
        points("click", click);
        points("reply", reply);
        points("meeting", meeting);
        if (halfLifeMs < SHORTEST_HALF_LIFE.toMillis() || halfLifeMs > LONGEST_HALF_LIFE.toMillis()) {
            throw new IllegalArgumentException("a half-life lies between an hour and 3650 days");
        }
        if (hotShare.signum() <= 0 || hotShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("hot_share lies above 0 and is at most 1, not " + hotShare);
        }
        if (hotMinimum.signum() < 0 || hotMinimum.compareTo(HIGHEST_MINIMUM) > 0) {
            throw new IllegalArgumentException("hot_minimum lies in 0.." + HIGHEST_MINIMUM + ", not " + hotMinimum);
        }
        // So that equal numbers are equal however they were written.
        hotShare = plain(hotShare);
        hotMinimum = plain(hotMinimum);
    }

    private static void points(String of, int points) {
        if (points < 0 || points > MOST_POINTS) {
            throw new IllegalArgumentException("the points of " + of + " lie in 0.." + MOST_POINTS + ", not " + points);
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** Whether they give every lead the same score. */
    @JsonIgnore
    public boolean scoresAs(ScoreSettings other) {
        return open == other.open
                && click == other.click
                && reply == other.reply
                && meeting == other.meeting
                && halfLifeMs == other.halfLifeMs;
    }
}
