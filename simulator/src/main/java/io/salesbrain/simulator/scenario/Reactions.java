package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.ReplyWriter;
import io.salesbrain.simulator.scenario.Happening.Sent;
import io.salesbrain.simulator.scenario.Happening.SequenceCompleted;
import io.salesbrain.simulator.world.Seeds;
import io.salesbrain.simulator.world.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Sends a mail and plans everything that comes of it. */
final class Reactions {
    private static final Duration SEQUENCE_ENDS_AFTER = Duration.ofHours(26);

    private final Reflexes reflexes;
    private final Reader reader;
    private final Instant origin;

    Reactions(ReplyWriter writer, Instant origin) {
        this.reflexes = new Reflexes(writer);
        this.reader = new Reader(writer);
        this.origin = origin;
    }

    Reader reader() {
        return reader;
    }

    /** The send itself comes first; a stop is noted on the correspondence. */
    List<Moment> send(RandomGenerator random, Correspondence correspondence, Step step, Instant at) {
        Mail mail = new Mail(correspondence, step, Seeds.pick(random, step.variants()), at);
        correspondence.add(mail);
        double daysBeforeOrigin = Duration.between(at, origin).toMinutes() / 1440.0;
        Outcome outcome = reflexes.to(random, mail, mail.mailbox().bounceShareAt(daysBeforeOrigin));
        if (outcome.stoppedAt().isEmpty()) {
            outcome = outcome.and(reader.maybeReads(random, mail));
        }
        outcome.stoppedAt().ifPresent(correspondence::stopAt);
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(at, Actor.PLATFORM, new Sent(mail)));
        moments.addAll(outcome.moments());
        if (correspondence.nextStep().isEmpty() && !correspondence.willStop()) {
            moments.add(new Moment(at.plus(SEQUENCE_ENDS_AFTER), Actor.PLATFORM, new SequenceCompleted(mail)));
        }
        return moments;
    }

    /** Sends the next step and leaves what comes of it to the caller. */
    Moment sendQuietly(RandomGenerator random, Correspondence correspondence, Instant at) {
        Step step = correspondence.nextStep().orElseThrow();
        Mail mail = new Mail(correspondence, step, Seeds.pick(random, step.variants()), at);
        correspondence.add(mail);
        return new Moment(at, Actor.PLATFORM, new Sent(mail));
    }
}
