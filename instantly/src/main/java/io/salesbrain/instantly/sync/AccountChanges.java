package io.salesbrain.instantly.sync;

import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.instantly.client.Account;
import io.salesbrain.instantly.client.WarmupStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** When a mailbox counts as suspended: it sends no more, or it was banned from the warm-up. */
final class AccountChanges {
    private static final int FIRST_GOOD_STATUS = 0;

    private AccountChanges() {}

    static boolean isSuspended(int status, int warmupStatus) {
        return (status < FIRST_GOOD_STATUS && status != Integer.MIN_VALUE)
                || warmupStatus == WarmupStatus.BANNED.code()
                || warmupStatus == WarmupStatus.PERMANENT_SUSPENSION.code();
    }

    /** The vocabulary has no name of its own for a recovery; it comes as a custom event of this name. */
    static Optional<SyntheticEvent> between(Optional<InstantlyMirror.Account> before, Account now, Instant seenAt) {
        boolean was =
                before.map(one -> isSuspended(one.status(), one.warmupStatus())).orElse(false);
        boolean is = isSuspended(now.status().code(), now.warmupStatus().code());
        if (was == is) {
            return Optional.empty();
        }
        var evidence = new LinkedHashMap<String, String>();
        evidence.put("source", "GET /api/v2/accounts");
        evidence.put("status", now.status().code() + " " + now.status().label());
        evidence.put(
                "warmup_status",
                now.warmupStatus().code() + " " + now.warmupStatus().label());
        evidence.put(
                "status_before",
                before.map(one -> one.status() + " " + one.statusLabel()).orElse("not seen before"));
        if (!now.trouble().isEmpty()) {
            evidence.put("said", now.trouble());
        }
        evidence.put("seen_at", seenAt.toString());
        return Optional.of(new SyntheticEvent(
                is ? "account_suspended" : "account_recovered",
                now.updatedAt().orElse(seenAt),
                Map.of("email_account", now.email()),
                evidence));
    }
}
