package io.salesbrain.scoring.lead;

import java.time.Duration;

/** What an organization's events are worth. */
public record ScoreSettings(int open, int click, int reply, int meeting, Duration halfLife) {
    public static final ScoreSettings DEFAULT = new ScoreSettings(10, 25, 50, 100, Duration.ofDays(14));

    public ScoreSettings {
        if (open < 0 || click < 0 || reply < 0 || meeting < 0) {
            throw new IllegalArgumentException("points are never negative");
        }
        if (halfLife.toMillis() < 1) {
            throw new IllegalArgumentException("a half-life is longer than a millisecond");
        }
    }
}
