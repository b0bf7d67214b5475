package io.salesbrain.scoring.watch;

import java.util.OptionalInt;

/**
 * From when on something is an alert.
 *
 * @param dailyLimit how many e-mails an account may send a day; where nobody has said so there is no such alert
 */
public record WatchSettings(
        LevelSettings bounces,
        LevelSettings spam,
        LevelSettings unsubscribes,
        DropSettings opens,
        DropSettings replies,
        OptionalInt dailyLimit) {
    public static final WatchSettings DEFAULT = new WatchSettings(
            LevelSettings.BOUNCES,
            LevelSettings.SPAM,
            LevelSettings.UNSUBSCRIBES,
            DropSettings.OPENS,
            DropSettings.REPLIES,
            OptionalInt.empty());

    public WatchSettings {
        if (dailyLimit.isPresent() && dailyLimit.getAsInt() < 1) {
            throw new IllegalArgumentException("a daily limit is at least 1, not " + dailyLimit.getAsInt());
        }
    }
}
