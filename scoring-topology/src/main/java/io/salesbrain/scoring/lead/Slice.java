package io.salesbrain.scoring.lead;

import io.salesbrain.events.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one lead adds to one dimension: its counts, and the things of which only the first counts. */
final class Slice {
    /** When a thing first happened, about which e-mail, and how likely a person ever caused it. */
    private static final class First {
        private long atMs = Long.MAX_VALUE;
        private @Nullable Email email;
        private double human;
        private boolean ofContacted;

        void note(long atMs, @Nullable Email email, double human, boolean ofContacted) {
            if (atMs < this.atMs) {
                this.atMs = atMs;
                this.email = email;
            }
            this.human = Math.max(this.human, human);
            this.ofContacted |= ofContacted;
        }
    }

    private final CountTable.Hours hours;
    private final Map<Metric, First> ofLead = new EnumMap<>(Metric.class);

    /** An e-mail is there once, so its identity is enough and cheaper than its contents. */
    private final IdentityHashMap<Email, Map<Metric, First>> ofEmails = new IdentityHashMap<>();

    private final Set<Email> sent = Collections.newSetFromMap(new IdentityHashMap<>());

    private long contactedAtMs = Long.MAX_VALUE;

    Slice(CountTable.Hours hours) {
        this.hours = hours;
    }

    void send(Email email) {
        hours.add(email.sentAtMs(), Metric.EMAILS_SENT, 1);
        contactedAtMs = Math.min(contactedAtMs, email.sentAtMs());
        sent.add(email);
    }

    void add(long atMs, Metric metric, long amount) {
        hours.add(atMs, metric, amount);
    }

    void firstOfLead(Metric metric, long atMs, @Nullable Email email, double human) {
        ofLead.computeIfAbsent(metric, _ -> new First()).note(atMs, email, human, true);
    }

    /** Of a campaign in which the lead got nothing: it counts, but not in rates. */
    void firstOfLeadNotContacted(Metric metric, long atMs) {
        ofLead.computeIfAbsent(metric, _ -> new First()).note(atMs, null, 1, false);
    }

    void firstOfEmail(Metric metric, long atMs, Email email, double human) {
        ofEmails.computeIfAbsent(email, _ -> new EnumMap<>(Metric.class))
                .computeIfAbsent(metric, _ -> new First())
                .note(atMs, email, human, true);
    }

    /** When everything was noted. */
    void countFirsts() {
        if (contactedAtMs != Long.MAX_VALUE) {
            hours.add(contactedAtMs, Metric.LEADS_CONTACTED, 1);
        }
        ofLead.forEach(this::count);
        ofEmails.values().forEach(firsts -> firsts.forEach(this::count));
    }

    private void count(Metric metric, First first) {
        var twins = Twins.of(metric);
        hours.add(first.atMs, metric, 1);
        if (twins.human() != null) {
            hours.add(first.atMs, twins.human(), weight(first.human));
        }
        if (twins.cohort() != null && isInCohort(twins, first)) {
            long cohortMs = twins.perEmail() && first.email != null ? first.email.sentAtMs() : contactedAtMs;
            hours.add(cohortMs, twins.cohort(), 1);
            if (twins.cohortHuman() != null) {
                hours.add(cohortMs, twins.cohortHuman(), weight(first.human));
            }
            var inTime = twins.inTime();
            if (inTime != null && first.atMs - cohortMs <= inTime.within().toMillis()) {
                hours.add(cohortMs, inTime.metric(), 1);
            }
        }
    }

    private boolean isInCohort(Twins twins, First first) {
        return twins.perEmail()
                ? first.email != null && sent.contains(first.email)
                : first.ofContacted && contactedAtMs != Long.MAX_VALUE;
    }

    static long weight(double human) {
        return Math.round(human * Metric.HUMAN_UNIT);
    }
}
