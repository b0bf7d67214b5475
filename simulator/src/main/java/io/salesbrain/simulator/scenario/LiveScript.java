package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.ReplyWriter;
import io.salesbrain.simulator.scenario.Happening.MailboxFailed;
import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.LeadBook;
import io.salesbrain.simulator.world.Mailbox;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.Seeds;
import io.salesbrain.simulator.world.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * Goes on where the history ends, without end. What was bound to happen comes due in compressed time; where that leaves a gap at the
 * asked pace, the next mail is sent or a person finds one of the earlier mails. All times count from the origin, so the story does not depend
 * on how fast anybody listens.
 */
public final class LiveScript implements Iterator<ScriptedEvent> {
    private static final int MOST_FOLLOW_UPS = 4_000;
    private static final int MOST_PENDING = 50_000;
    private static final double SEND_SHARE = 0.4;
    private static final Duration READABLE_AFTER = Duration.ofMinutes(10);
    private static final Duration BETWEEN_ERRORS = Duration.ofMinutes(3);

    private record Due(Instant at, Correspondence correspondence) {}

    private record Pending(Instant at, long order, Moment moment) {}

    private final Organization organization;
    private final SimulatedClock clock;
    private final double eventsPerSecond;
    private final RandomGenerator random;
    private final LeadBook leads;
    private final Reactions reactions;
    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(Comparator.comparing(Pending::at).thenComparingLong(Pending::order));
    private final PriorityQueue<Due> followUps = new PriorityQueue<>(Comparator.comparing(Due::at));
    /** Of the history, each to be found again by a person at most once. */
    private final List<Correspondence> readable = new ArrayList<>();

    private final Map<Integer, Integer> nextLead;
    private final List<Campaign> running;
    private long order;
    private long sequence;
    private long told;
    private Instant now;

    LiveScript(
            Organization organization,
            History history,
            SimulatedClock clock,
            double eventsPerSecond,
            Duration delayBeforeFirst,
            ReplyWriter writer) {
        this.organization = organization;
        this.clock = clock;
        this.eventsPerSecond = eventsPerSecond;
        this.random = Seeds.random(organization.seed(), 12);
        this.leads = new LeadBook(organization);
        this.reactions = new Reactions(writer, clock.origin());
        this.nextLead = new HashMap<>(history.nextLead());
        this.running = organization.campaigns().stream()
                .filter(campaign -> !campaign.hasEnded())
                .toList();
        this.sequence = history.events().size();
        this.now = clock.origin();
        takeOver(history);
        Opening.choose(random, history, clock.origin()).ifPresent(chosen -> {
            List<Moment> opening =
                    Opening.play(random, reactions, chosen, clock.origin().plus(delayBeforeFirst));
            unfold(opening.getFirst().at(), opening, false);
        });
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public ScriptedEvent next() {
        Instant slot = nextFreeSlot();
        while (pending.isEmpty() || pending.element().at().isAfter(slot)) {
            advance(slot);
        }
        Pending due = pending.remove();
        now = due.at().isAfter(now) ? due.at() : now;
        told++;
        if (due.moment().happening() instanceof MailboxFailed) {
            push(now.plus(BETWEEN_ERRORS), due.moment());
        }
        return ScriptedEvent.of(sequence++, due.moment().movedTo(now));
    }

    /** A random gap after now, and not before the pace allows one more event. */
    private Instant nextFreeSlot() {
        Instant byGap = now.plus(gap());
        Instant byPace = clock.origin().plusMillis(Math.round(1000 * told / eventsPerSecond));
        return byGap.isAfter(byPace) ? byGap : byPace;
    }

    private Duration gap() {
        double seconds = -StrictMath.log(1 - random.nextDouble()) / eventsPerSecond;
        return Duration.ofMillis(Math.round(1000 * Math.min(seconds, 4 / eventsPerSecond)));
    }

    private void takeOver(History history) {
        for (List<Moment> tail : history.tails()) {
            Duration until =
                    clock.wait(Duration.between(clock.origin(), tail.getFirst().at()));
            unfold(clock.origin().plus(until), tail, true);
        }
        for (Correspondence correspondence : history.correspondences()) {
            if (!correspondence.willStop()) {
                readable.add(correspondence);
                scheduleFollowUp(correspondence);
            }
        }
        for (Mailbox mailbox : organization.mailboxes()) {
            if (mailbox.failing()) {
                push(
                        clock.origin().plus(BETWEEN_ERRORS),
                        new Moment(clock.origin(), Actor.PLATFORM, new MailboxFailed(mailbox)));
            }
        }
    }

    /** Fills the slot: a person reads an earlier mail, or a mail is sent. */
    private void advance(Instant at) {
        if (Seeds.chance(random, SEND_SHARE) || !somebodyReads(at)) {
            send(at);
        }
    }

    private boolean somebodyReads(Instant at) {
        while (!readable.isEmpty()) {
            Correspondence correspondence = takeReadable();
            Optional<Mail> mail =
                    correspondence.lastMail().filter(last -> last.sentAt().isBefore(at.minus(READABLE_AFTER)));
            if (mail.isPresent() && !correspondence.willStop()) {
                Outcome outcome = reactions.reader().reads(random, mail.get(), at);
                outcome.stoppedAt().ifPresent(correspondence::stopAt);
                if (!outcome.moments().isEmpty()) {
                    unfold(at, outcome.moments(), false);
                    return true;
                }
            }
        }
        return false;
    }

    private Correspondence takeReadable() {
        int index = random.nextInt(readable.size());
        Correspondence taken = readable.get(index);
        readable.set(index, readable.getLast());
        readable.removeLast();
        return taken;
    }

    private void send(Instant at) {
        Correspondence correspondence = dueFollowUp(at).orElseGet(this::newLead);
        Step step = correspondence.nextStep().orElseThrow();
        unfold(at, reactions.send(random, correspondence, step, at), false);
        scheduleFollowUp(correspondence);
    }

    private Optional<Correspondence> dueFollowUp(Instant at) {
        while (!followUps.isEmpty() && !followUps.element().at().isAfter(at)) {
            Correspondence correspondence = followUps.remove().correspondence();
            if (!correspondence.willStop() && correspondence.nextStep().isPresent()) {
                return Optional.of(correspondence);
            }
        }
        return Optional.empty();
    }

    private Correspondence newLead() {
        Campaign campaign = Seeds.pick(random, running);
        int number = nextLead.merge(campaign.number(), 1, Integer::sum) - 1;
        return new Correspondence(leads.lead(campaign, number), campaign);
    }

    private void scheduleFollowUp(Correspondence correspondence) {
        Optional<Mail> last = correspondence.lastMail();
        Optional<Step> next = correspondence.nextStep();
        if (last.isEmpty() || next.isEmpty() || followUps.size() >= MOST_FOLLOW_UPS) {
            return;
        }
        Instant sentAt = last.get().sentAt();
        Duration pause = Duration.ofDays(next.get().waitDays());
        boolean inHistory = !sentAt.isAfter(clock.origin());
        Duration left = inHistory ? Duration.between(clock.origin(), sentAt.plus(pause)) : pause;
        Instant from = inHistory ? clock.origin() : sentAt;
        followUps.add(new Due(from.plus(clock.wait(left)), correspondence));
    }

    /** Puts the moments on the live time line. Seconds between them stay, longer waits are compressed. */
    private void unfold(Instant start, List<Moment> moments, boolean fromTail) {
        List<Moment> ordered =
                moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
        Instant before = fromTail ? ordered.getFirst().at() : start;
        Instant at = start;
        for (Moment moment : ordered) {
            at = at.plus(clock.reaction(Duration.between(before, moment.at())));
            before = moment.at();
            push(at, moment);
        }
    }

    private void push(Instant at, Moment moment) {
        if (pending.size() < MOST_PENDING) {
            pending.add(new Pending(at, order++, moment));
        }
    }
}
