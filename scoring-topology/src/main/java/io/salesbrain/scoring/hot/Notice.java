package io.salesbrain.scoring.hot;

import java.time.Duration;

/**
 * What was said of a lead's crossings into hot, and whether something is still to be said.
 *
 * @param announcedAtMs the latest announcement; {@link #NEVER} also once the lead has fallen deep enough since
 * @param owed the lead is hot and its crossing was not announced because it was old news
 */
public record Notice(long announcedAtMs, boolean owed) {
    public static final long NEVER = Long.MIN_VALUE;
    public static final Notice NONE = new Notice(NEVER, false);

    /** As long a lead that was announced is not announced again, unless it falls deep. */
    private static final Duration QUIET = Duration.ofDays(7);

    /** 0.8 of the threshold: what is added to the threshold's mass. */
    public static final double FALLEN_LOG2 = StrictMath.log(0.8) / StrictMath.log(2);

    /** What happened longer ago is old news: an import of a year must not announce its crossings. */
    private static final Duration NEWS = Duration.ofDays(2);

    public static boolean isNews(long happenedAtMs, long nowMs) {
        return happenedAtMs > nowMs - NEWS.toMillis();
    }

    public boolean isAnnounced() {
        return announcedAtMs != NEVER;
    }

    /** The lead has become hot. It is to be announced if that changes {@link #announcedAtMs}, and else not. */
    public Notice crossed(boolean news, long nowMs) {
        if (isAnnounced() && nowMs - announcedAtMs < QUIET.toMillis()) {
            return new Notice(announcedAtMs, false);
        }
        return news ? new Notice(nowMs, false) : new Notice(announcedAtMs, true);
    }

    /** The lead is hot as before and something happened to it; to be announced as in {@link #crossed}. */
    public Notice stayed(boolean news, long nowMs) {
        return owed && news ? new Notice(nowMs, false) : this;
    }

    /** The lead is not hot. */
    public Notice cooled() {
        return owed ? new Notice(announcedAtMs, false) : this;
    }

    /** The lead's score lies under 0.8 of the threshold. */
    public Notice fallen() {
        return new Notice(NEVER, owed);
    }
}
