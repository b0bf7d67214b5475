package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.Lead;
import io.salesbrain.simulator.world.Mailbox;
import io.salesbrain.simulator.world.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One lead in one campaign while the story goes on: the mails so far and whether more will follow. Used by one thread. */
public final class Correspondence {
    private final Lead lead;
    private final Campaign campaign;
    private final List<Mail> mails = new ArrayList<>();
    private final Set<String> typesSeen = new HashSet<>();
    private Optional<Instant> stoppedAt = Optional.empty();
    private boolean readByPerson;

    Correspondence(Lead lead, Campaign campaign) {
        this.lead = lead;
        this.campaign = campaign;
    }

    public Lead lead() {
        return lead;
    }

    public Campaign campaign() {
        return campaign;
    }

    public Mailbox mailbox() {
        return campaign.mailboxFor(lead);
    }

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    Optional<Mail> lastMail() {
        return mails.isEmpty() ? Optional.empty() : Optional.of(mails.getLast());
    }

    Optional<Step> nextStep() {
        return mails.size() < campaign.steps().size()
                ? Optional.of(campaign.steps().get(mails.size()))
                : Optional.empty();
    }

    void add(Mail mail) {
        mails.add(mail);
    }

    /** The earliest stop counts: what was planned after it never happens. */
    void stopAt(Instant at) {
        stoppedAt = stoppedAt.filter(earlier -> earlier.isBefore(at)).or(() -> Optional.of(at));
    }

    boolean stoppedBy(Instant at) {
        return stoppedAt.filter(stop -> !stop.isAfter(at)).isPresent();
    }

    boolean willStop() {
        return stoppedAt.isPresent();
    }

    void markRead() {
        readByPerson = true;
    }

    boolean readByPerson() {
        return readByPerson;
    }

    /** Whether this is the first event of its type for the lead; asked once per event, in the order of time. */
    boolean firstOf(String eventType) {
        return typesSeen.add(eventType);
    }
}
