package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * That a campaign or an account is paused at Instantly by itself when an alert of it opens or becomes critical.
 *
 * @param name for people
 * @param kinds of alerts it is for
 * @param level at least as serious as this
 * @param pauses what it may pause
 * @param campaignIds the only campaigns it is for; empty for all. With any, it leaves accounts alone.
 * @param resumes whether what it paused is resumed when the alert is over
 * @param tellOnly whether it only says what it would do
 * @param since when it became what it is; what was wrong before does not concern it
 */
public record PauseRule(
        String ruleId,
        String name,
        List<AlertKind> kinds,
        AlertLevel level,
        List<Target> pauses,
        List<String> campaignIds,
        boolean resumes,
        boolean tellOnly,
        Instant since) {
    public PauseRule {
        kinds = List.copyOf(kinds);
        pauses = List.copyOf(pauses);
        campaignIds = List.copyOf(campaignIds);
    }

    /** What can be paused. */
    public enum Target {
        CAMPAIGN,
        ACCOUNT;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Target> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(target -> target.label().equals(label))
                    .findFirst();
        }

        @JsonCreator
        static Target parse(String label) {
            return ofLabel(label).orElseThrow(() -> new IllegalArgumentException("nothing to pause is a " + label));
        }
    }

    /** Whether it is about this alert, as far as that is known without its level. */
    public boolean concerns(Alert alert) {
        if (!kinds.contains(alert.kind())) {
            return false;
        }
        return alert.campaignId().isEmpty()
                ? pauses.contains(Target.ACCOUNT) && campaignIds.isEmpty()
                : pauses.contains(Target.CAMPAIGN)
                        && (campaignIds.isEmpty() || campaignIds.contains(alert.campaignId()));
    }

    public PauseRule withName(String other) {
        return new PauseRule(ruleId, other, kinds, level, pauses, campaignIds, resumes, tellOnly, since);
    }

    /** The same as of another time; with it, rules that say the same are equal. */
    public PauseRule since(Instant other) {
        return new PauseRule(ruleId, name, kinds, level, pauses, campaignIds, resumes, tellOnly, other);
    }
}
