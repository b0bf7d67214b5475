package io.salesbrain.simulator.world;

import java.util.List;
import java.util.UUID;

/**
 * A campaign. It enrols {@code leadsPerDay} new leads on each working day from {@code startedDaysAgo} on, for
 * {@code enrolmentDays} working days; one that {@code hasEnded} enrols nobody in the live part.
 */
public record Campaign(
        UUID id,
        int number,
        String name,
        Language language,
        Theme theme,
        List<Step> steps,
        List<Mailbox> mailboxes,
        int startedDaysAgo,
        int enrolmentDays,
        int leadsPerDay,
        boolean hasEnded) {
    public Campaign {
        steps = List.copyOf(steps);
        mailboxes = List.copyOf(mailboxes);
    }

    /** Replies to a lead always come from the same mailbox, as Instantly does it. */
    public Mailbox mailboxFor(Lead lead) {
        return mailboxes.get(Math.floorMod(lead.number(), mailboxes.size()));
    }
}
