package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.world.Mailbox;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How much each mailbox sends on each day of the history, so that none sends more than it may. */
final class DailyLimits {
    private record MailboxDay(String mailbox, LocalDate day) {}

    private final Map<MailboxDay, Integer> planned = new HashMap<>();

    /** Takes the first working day from {@code earliest} on that has room. */
    LocalDate takeDay(Mailbox mailbox, LocalDate earliest) {
        LocalDate day = WorkingHours.workingDayFrom(earliest);
        while (planned.getOrDefault(new MailboxDay(mailbox.email(), day), 0) >= mailbox.dailyLimit()) {
            day = WorkingHours.workingDayFrom(day.plusDays(1));
        }
        planned.merge(new MailboxDay(mailbox.email(), day), 1, Integer::sum);
        return day;
    }
}
