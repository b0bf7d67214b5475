package io.salesbrain.scoring.topology;

import io.salesbrain.events.HotCrossing;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.scoring.hot.KnownStanding;
import io.salesbrain.scoring.hot.Notice;
import io.salesbrain.scoring.hot.RankWindow;
import io.salesbrain.scoring.hot.Standing;
import io.salesbrain.scoring.hot.StandingChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One organization's leads in order, its threshold, and who crosses it. A lead crosses by an event of its own, or
 * because the threshold fell past it; then only the leads between the old and the new threshold are looked at.
 *
 * <p>All of it lies in stores, written with every change: this object holds a part of it at hand and can be dropped.
 */
final class HotBoard {
    /** Leads looked at for one event; the rest is looked at later. */
    private static final int MOST_AT_ONCE = 1_000;

    /** After the last lead was scored by new settings; longer than two of them lie apart. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final OrganizationId organization;
    private final KeyValueStore<String, KnownStanding> standings;
    private final KeyValueStore<String, Threshold> thresholds;
    private final ScoreOrder ranked;
    private final ScoreOrder announced;
    private final Consumer<HotCrossing> onCrossing;
    private final RankWindow window;
    private RankWindow.Place place;
    private double judged;
    private double lowestAnnounced;
    private double minimum;
    private long quietUntilMs = Long.MIN_VALUE;

    HotBoard(OrganizationId organization, HotStores stores, Consumer<HotCrossing> onCrossing) {
        this.organization = organization;
        this.standings = stores.standings();
        this.thresholds = stores.thresholds();
        this.ranked = new ScoreOrder(stores.order(), organization.value(), ScoreOrder.Of.RANKED);
        this.announced = new ScoreOrder(stores.order(), organization.value(), ScoreOrder.Of.ANNOUNCED);
        this.onCrossing = onCrossing;
        var kept = thresholds.get(organization.value());
        var threshold = kept == null ? Threshold.NONE : kept;
        this.place = threshold.place();
        this.judged = threshold.judged();
        this.lowestAnnounced = threshold.lowestAnnounced();
        this.window = RankWindow.at(place.mass(), place.above(), threshold.scored(), ranked.masses());
    }

    /**
     * Takes a lead's new standing.
     *
     * @param settings the share of the ranked leads from which the threshold is taken, and the least score
     */
    void accept(StandingChange change, ScoreSettings settings, long nowMs) {
        minimum = settings.hotMinimum().doubleValue();
        if (change.isResettled()) {
            quietUntilMs = nowMs + QUIET.toMillis();
        }
        var after = change.standing();
        var known = standings.get(key(after.leadEmail()));
        if (known == null && !after.ranked()) {
            return;
        }
        var before = known == null ? null : known.standing();
        var notice = known == null ? Notice.NONE : known.notice();
        boolean wasHot = before != null && isHot(before, nowMs);
        boolean wasBehind = isBehind();
        move(before, after, notice);
        boolean news = isNews(change.happenedAtMs(), nowMs);
        moveThreshold(settings.hotShare());
        // What is left over of a great move is nothing that just happened.
        judgePassed(after.leadEmail(), news && !wasBehind, nowMs);
        judgeMoved(after, notice, wasHot, news, nowMs);
        forgetFallen();
        save();
    }

    /** Goes on with what one event left over. */
    void goOn(long nowMs) {
        judgePassed("", false, nowMs);
        save();
    }

    /** Leads above the threshold are still to be judged. */
    boolean isBehind() {
        return judged > place.mass();
    }

    private void move(@Nullable Standing before, Standing after, Notice notice) {
        if (before != null && before.ranked() && (!after.ranked() || before.mass() != after.mass())) {
            ranked.remove(before.mass(), before.leadEmail());
        }
        if (before != null && notice.isAnnounced() && before.mass() != after.mass()) {
            announced.remove(before.mass(), before.leadEmail());
            noteAnnounced(after);
        }
        if (after.ranked()) {
            ranked.put(after.mass(), after.leadEmail(), after.signalled());
        }
        if (before != null && before.ranked()) {
            window.remove(before.mass());
        }
        if (after.ranked()) {
            window.add(after.mass());
        }
    }

    private void moveThreshold(BigDecimal share) {
        long size = window.size();
        if (size == 0) {
            place = Threshold.NONE.place();
        } else {
            long wanted = share.multiply(BigDecimal.valueOf(size))
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact();
            place = window.at(Math.clamp(wanted, 1, size));
        }
        judged = Math.max(judged, place.mass());
    }

    /** Judges those past whom the threshold fell, all of one mass together, the highest first. */
    private void judgePassed(String except, boolean news, long nowMs) {
        if (!isBehind()) {
            return;
        }
        var passed = new ArrayList<String>();
        var reached = new double[] {place.mass()};
        var seen = new int[1];
        var last = new double[] {judged};
        ranked.falling(place.mass(), judged, (mass, leadEmail, signalled) -> {
            if (seen[0]++ >= MOST_AT_ONCE && mass != last[0]) {
                reached[0] = last[0];
                return false;
            }
            last[0] = mass;
            if (signalled && !leadEmail.equals(except)) {
                passed.add(leadEmail);
            }
            return true;
        });
        judged = reached[0];
        passed.forEach(leadEmail -> judgePassed(known(leadEmail), news, nowMs));
    }

    private void judgePassed(KnownStanding known, boolean news, long nowMs) {
        var standing = known.standing();
        boolean told = news || isNews(standing.lastSignalAtMs(), nowMs);
        var notice = isHot(standing, nowMs)
                ? known.notice().crossed(told, nowMs)
                : known.notice().cooled();
        keep(standing, known.notice(), notice, nowMs);
    }

    private void judgeMoved(Standing standing, Notice notice, boolean wasHot, boolean news, long nowMs) {
        boolean ownNews = isNews(standing.lastSignalAtMs(), nowMs);
        if (!isHot(standing, nowMs)) {
            keep(standing, notice, notice.cooled(), nowMs);
        } else if (wasHot) {
            keep(standing, notice, notice.stayed(ownNews, nowMs), nowMs);
        } else {
            keep(standing, notice, notice.crossed(news || ownNews, nowMs), nowMs);
        }
    }

    private boolean isHot(Standing standing, long nowMs) {
        return standing.isHot(judged) && standing.score(standing.mass(), nowMs) >= minimum;
    }

    /** While leads are scored by different settings, who crosses whom is no news. */
    private boolean isNews(long happenedAtMs, long nowMs) {
        return nowMs >= quietUntilMs && Notice.isNews(happenedAtMs, nowMs);
    }

    private void keep(Standing standing, Notice before, Notice after, long nowMs) {
        standings.put(key(standing.leadEmail()), new KnownStanding(standing, after));
        if (after.announcedAtMs() == before.announcedAtMs()) {
            return;
        }
        noteAnnounced(standing);
        onCrossing.accept(new HotCrossing(
                organization,
                standing.leadEmail(),
                Instant.ofEpochMilli(nowMs),
                standing.score(standing.mass(), nowMs),
                standing.score(place.mass(), nowMs),
                standing.reasons(),
                standing.campaignIds()));
    }

    private void noteAnnounced(Standing standing) {
        announced.put(standing.mass(), standing.leadEmail(), standing.signalled());
        lowestAnnounced = Math.min(lowestAnnounced, standing.mass());
    }

    /** Who has fallen under 0.8 of the threshold may be announced again. */
    private void forgetFallen() {
        double bound = judged + Notice.FALLEN_LOG2;
        if (judged == Double.POSITIVE_INFINITY || lowestAnnounced >= bound) {
            return;
        }
        record Fallen(double mass, String leadEmail) {}
        var fallen = new ArrayList<Fallen>();
        // From where the last look ended: what was taken out below is still stepped over for a while by the store.
        double lowest = lowestAnnounced;
        lowestAnnounced = Double.POSITIVE_INFINITY;
        announced.rising(lowest, Double.POSITIVE_INFINITY, (mass, leadEmail, _) -> {
            if (mass >= bound) {
                lowestAnnounced = mass;
                return false;
            }
            fallen.add(new Fallen(mass, leadEmail));
            return true;
        });
        for (var lead : fallen) {
            announced.remove(lead.mass(), lead.leadEmail());
            var known = known(lead.leadEmail());
            standings.put(
                    key(lead.leadEmail()),
                    new KnownStanding(known.standing(), known.notice().fallen()));
        }
    }

    private void save() {
        thresholds.put(organization.value(), new Threshold(window.size(), place, judged, lowestAnnounced));
    }

    private KnownStanding known(String leadEmail) {
        var known = standings.get(key(leadEmail));
        if (known == null) {
            throw new IllegalStateException("a lead of " + organization + " has a place but no standing");
        }
        return known;
    }

    private String key(String leadEmail) {
        return organization + "/" + leadEmail;
    }
}
