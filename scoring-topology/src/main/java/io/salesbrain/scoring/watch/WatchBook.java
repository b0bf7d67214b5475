package io.salesbrain.scoring.watch;

import io.salesbrain.events.AlertSettings;
import io.salesbrain.events.AlertSettingsBook;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.OrganizationAlerting;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * From when on something is an alert, for each account and campaign: what its organization has set, and what Instantly
 * says of the account's daily limit. Written by those who follow the log, read by the stream.
 */
public final class WatchBook {
    private final AlertSettingsBook settings = new AlertSettingsBook();
    private final Map<String, Integer> dailyLimits = new ConcurrentHashMap<>();

    /** Takes a record of the alert settings. */
    public void accept(String key, @Nullable OrganizationAlerting alerting) {
        settings.accept(key, alerting);
    }

    /** Takes a record of what was last seen at Instantly. */
    public void accept(String key, @Nullable InstantlyMirror seen) {
        if (seen instanceof InstantlyMirror.Account account && account.dailyLimit() != null) {
            dailyLimits.put(key, account.dailyLimit());
        } else {
            dailyLimits.remove(key);
        }
    }

    public WatchSettings of(WatchSubject subject) {
        var own = settings.of(subject.organization());
        return new WatchSettings(
                LevelSettings.BOUNCES.at(own.bounces()),
                LevelSettings.SPAM.at(own.spam()),
                LevelSettings.UNSUBSCRIBES.at(own.unsubscribes()),
                DropSettings.OPENS,
                DropSettings.REPLIES,
                dailyLimit(subject, own));
    }

    private OptionalInt dailyLimit(WatchSubject subject, AlertSettings own) {
        if (subject.isCampaign() || !own.dailyLimit()) {
            return OptionalInt.empty();
        }
        var limit = dailyLimits.get(InstantlyMirror.Account.key(subject.organization(), subject.account()));
        return limit == null || limit < 1 ? OptionalInt.empty() : OptionalInt.of(limit);
    }
}
