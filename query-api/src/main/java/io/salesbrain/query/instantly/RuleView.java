package io.salesbrain.query.instantly;

import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.PauseRule;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.util.List;

/** A rule as the API shows it. */
@Says("That something is paused at Instantly by itself when an alert opens or becomes critical.")
record RuleView(
        @Says("Its id.") String ruleId,
        @Says("Its name.") String name,

        @Says("The kinds of alerts it is for.") List<AlertKind> kinds,

        @Says("At least as serious as this.") AlertLevel level,
        @Says("What it may pause.") List<PauseRule.Target> pauses,

        @Says("The only campaigns it is for; empty for all. With any, it leaves mailboxes alone.")
        List<String> campaignIds,

        @Says("Whether what it paused is resumed when the alert is over.")
        boolean resume,

        @Says("Whether it only says what it would do.") boolean tellOnly,

        @Says("When it became what it is; alerts from before do not concern it.")
        Instant since) {
    static RuleView of(PauseRule rule) {
        return new RuleView(
                rule.ruleId(),
                rule.name(),
                rule.kinds(),
                rule.level(),
                rule.pauses(),
                rule.campaignIds(),
                rule.resumes(),
                rule.tellOnly(),
                rule.since());
    }
}
