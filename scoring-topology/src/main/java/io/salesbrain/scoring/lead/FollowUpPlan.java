package io.salesbrain.scoring.lead;

import io.salesbrain.events.FollowUpEnding;
import io.salesbrain.events.FollowUpReason;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be followed up with a lead, and when: a pure function of its history and its country's calendar. */
public final class FollowUpPlan {
    /** How long an opened e-mail may stay without a reply. */
    public static final Duration PATIENCE = Duration.ofDays(3);

    private FollowUpPlan() {}

    /**
     * While a person is away nobody is told to write: what would be due before the return waits for it.
     *
     * @param country ISO 3166, where known
     */
    public static List<PlannedFollowUp> of(FollowUpBasis basis, Optional<String> country, WorkingDays calendar) {
        var plan = new ArrayList<PlannedFollowUp>(basis.engagements().size() + 1);
        var absence = basis.absence();
        long backAtMs = Long.MIN_VALUE;
        if (absence != null) {
            var back = new PlannedFollowUp(
                    absence.campaignId(),
                    FollowUpReason.OUT_OF_OFFICE,
                    0,
                    0,
                    absence.returnDate(),
                    absence.saidAtMs(),
                    absence.saidAtMs(),
                    dueAtMs(absence, country, calendar),
                    absence.ending());
            plan.add(back);
            backAtMs = back.ending() == null ? back.dueAtMs() : Long.MIN_VALUE;
        }
        for (var engagement : basis.engagements()) {
            long dueAtMs = Math.max(engagement.lastSentAtMs() + PATIENCE.toMillis(), engagement.seenAtMs());
            var ending = engagement.ending() == null && dueAtMs < backAtMs ? FollowUpEnding.AWAY : engagement.ending();
            plan.add(new PlannedFollowUp(
                    engagement.campaignId(),
                    engagement.clicked() ? FollowUpReason.CLICKED : FollowUpReason.OPENED,
                    engagement.sequence(),
                    engagement.step(),
                    null,
                    engagement.seenAtMs(),
                    engagement.lastSentAtMs(),
                    dueAtMs,
                    ending));
        }
        return List.copyOf(plan);
    }

    /** Days are days of UTC, as everywhere here: the day begins at its midnight. */
    private static long dueAtMs(FollowUpBasis.Absence absence, Optional<String> country, WorkingDays calendar) {
        return calendar.firstAfter(country, absence.returnDate())
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
