package io.salesbrain.query.instantly;

import io.salesbrain.events.AlertKind;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RuleAction;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a rule did, as the API shows it. */
@Says("What a rule did at Instantly about an alert.")
record RuleActionView(
        @Says("Whose it is.") OrganizationId organizationId,
        @Says("Its id.") String actionId,
        @Says("The rule.") String ruleId,
        @Says("As the rule was called then.") String ruleName,
        @Says("The alert.") String alertId,
        @Says("What the alert is about.") AlertKind alertKind,

        @Says("What about the alert it was: it opened, became critical or is over.")
        RuleAction.Moment moment,

        @Says("What was wanted.") @Bounds(oneOf = {"pause", "resume"})
        String action,

        @Says("The mailbox; null where it is about a campaign.") @Nullable
        String account,

        @Says("The campaign; null where it is about a mailbox.") @Nullable
        String campaignId,

        @Says(
                "waiting for Instantly, done, unchanged where it was as wanted already, told where the rule only says what"
                        + " it would do, or failed.")
        RuleAction.State state,

        @Says("Instantly's word for how it stood before; null while nobody has looked.") @Nullable
        String found,

        @Says(
                "Instantly's word for how it stands since, or why it did not work; null while it waits for the first time.")
        @Nullable
        String answer,

        @Says("How often Instantly was asked.") int attempts,
        @Says("When the rule found the alert.") Instant decidedAt,
        @Says("When this last changed.") Instant changedAt,

        @Says("When Instantly is asked again; null where it is over.") @Nullable
        Instant nextTryAt) {
    static RuleActionView of(RuleAction action) {
        return new RuleActionView(
                action.organizationId(),
                action.actionId(),
                action.ruleId(),
                action.ruleName(),
                action.alertId(),
                action.alertKind(),
                action.moment(),
                action.isPause() ? "pause" : "resume",
                known(action.account()),
                known(action.campaignId()),
                action.state(),
                known(action.found()),
                known(action.answer()),
                action.attempts(),
                action.decidedAt(),
                action.at(),
                action.nextTryAt());
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
