package io.salesbrain.query.routes;

import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.Metric;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.readmodel.Window;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of a mailbox besides counts and rates; limits and warm-up are unknown where no sync saw it. */
@Says("A mailbox as it stands.")
record AccountView(
        @Says("Its e-mail address.") String accountId,
        @Says("Since midnight UTC.") long emailsSentToday,
        @Says("Since Monday, UTC.") long emailsSentThisWeek,
        @Says("Since the first of the month, UTC.") long emailsSentThisMonth,

        @Says("How many e-mails a day Instantly sends from it; null where no sync saw it.") @Nullable
        Integer dailyLimit,

        @Says("How many are left today.") @Nullable Long dailyLimitRemaining,
        @Says("From 0 to 1; null while unknown.") @Nullable Double warmupProgress,

        @Says("Instantly's word for its state; null where no sync saw it.") @Nullable
        String status,

        @Says("Instantly's word for its warm-up; null where no sync saw it.") @Nullable
        String warmupStatus) {

    static AccountView of(String account, RateIndex.View rates, Optional<InstantlyMirror.Account> seen, Instant now) {
        var limit = seen.map(InstantlyMirror.Account::dailyLimit);
        long sentToday = sentSince(rates, Window.firstHourOfDay(now));
        return new AccountView(
                account,
                sentToday,
                sentSince(rates, Window.firstHourOfWeek(now)),
                sentSince(rates, Window.firstHourOfMonth(now)),
                limit.orElse(null),
                limit.map(most -> Math.max(0, most - sentToday)).orElse(null),
                seen.map(InstantlyMirror.Account::warmupProgress).orElse(null),
                seen.map(InstantlyMirror.Account::statusLabel).orElse(null),
                seen.map(InstantlyMirror.Account::warmupLabel).orElse(null));
    }

    private static long sentSince(RateIndex.View rates, long hour) {
        return rates.since(hour).get(Metric.EMAILS_SENT);
    }
}
