package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule did about an alert. There is one for each rule, alert and moment, written again as it goes on: that it
 * exists is what keeps the same from being done twice.
 *
 * @param ruleName as the rule was called then
 * @param moment of the alert, which it was done at
 * @param account empty where it is about a campaign, and the other way round
 * @param found how it stood at Instantly before; empty while nobody has looked
 * @param answer what came of it: Instantly's word for its state, or why it failed; empty while it waits
 * @param attempts how often Instantly was asked
 * @param decidedAt when the rule found the alert
 * @param at when this was written
 * @param nextTryAt when it is tried again; null for what is over
 */
public record RuleAction(
        OrganizationId organizationId,
        String actionId,
        String ruleId,
        String ruleName,
        String alertId,
        AlertKind alertKind,
        Moment moment,
        String account,
        String campaignId,
        State state,
        String found,
        String answer,
        int attempts,
        Instant decidedAt,
        Instant at,
        @Nullable Instant nextTryAt) {

    private static final int ID_BYTES = 12;

    /** What about the alert it was. */
    public enum Moment {
        OPENED,
        /** It became critical. */
        ESCALATED,
        /** It is over: what was paused for it is resumed. */
        RESOLVED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Moment parse(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** How it stands. */
    public enum State {
        /** Instantly is still to be asked, or to be asked again. */
        WAITING,
        DONE,
        /** It was as wanted already. */
        UNCHANGED,
        /** The rule only says what it would do. */
        TOLD,
        FAILED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static State parse(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** The same for whoever decides it, and whenever. */
    public static String id(String ruleId, String alertId, Moment moment) {
        try {
            var about = String.join("\u0000", ruleId, alertId, moment.label());
            var digest = MessageDigest.getInstance("SHA-256").digest(about.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String key() {
        return organizationId + "/" + actionId;
    }

    /** Whether it is about pausing, not resuming. */
    @JsonIgnore
    public boolean isPause() {
        return moment != Moment.RESOLVED;
    }

    @JsonIgnore
    public boolean isOver() {
        return state != State.WAITING;
    }

    /** Whether it is about the same campaign or account. */
    public boolean isAbout(RuleAction other) {
        return account.equals(other.account) && campaignId.equals(other.campaignId);
    }

    /** As Instantly shows it before anything is done, or as it was found by an earlier try. */
    public RuleAction found(String status, Instant now) {
        return with(State.WAITING, status, answer, attempts, now, nextTryAt);
    }

    /** It is over. */
    public RuleAction ended(State as, String newAnswer, Instant now) {
        return with(as, found, newAnswer, attempts + 1, now, null);
    }

    /** It did not work this time. */
    public RuleAction again(String why, Instant now, Instant next) {
        return with(State.WAITING, found, why, attempts + 1, now, next);
    }

    private RuleAction with(
            State newState, String newFound, String newAnswer, int newAttempts, Instant now, @Nullable Instant next) {
        return new RuleAction(
                organizationId,
                actionId,
                ruleId,
                ruleName,
                alertId,
                alertKind,
                moment,
                account,
                campaignId,
                newState,
                newFound,
                newAnswer,
                newAttempts,
                decidedAt,
                now,
                next);
    }
}
