package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.ReplyCategory;
import io.salesbrain.simulator.scenario.Happening.Clicked;
import io.salesbrain.simulator.scenario.Happening.Labelled;
import io.salesbrain.simulator.scenario.Happening.Opened;
import io.salesbrain.simulator.scenario.Happening.Replied;
import io.salesbrain.simulator.world.SecurityGateway;
import io.salesbrain.simulator.world.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The first thing to be seen live: a lead gets the follow-up, looks into the thread, clicks and asks for a meeting, all within seconds.
 * What is opened and clicked is the mail of days ago that stands in the same thread, as it happens with people.
 */
final class Opening {
    private static final Duration SENT_LONG_AGO = Duration.ofHours(20);

    private Opening() {}

    static Optional<Correspondence> choose(RandomGenerator random, History history, Instant origin) {
        List<Correspondence> candidates = history.correspondences().stream()
                .filter(one -> !one.willStop() && !one.readByPerson())
                .filter(one -> one.nextStep().isPresent())
                .filter(one ->
                        !one.lead().opensThroughProxy() && one.lead().company().gateway() == SecurityGateway.NONE)
                .filter(one -> one.lastMail()
                        .filter(mail -> mail.sentAt().isBefore(origin.minus(SENT_LONG_AGO)))
                        .isPresent())
                .toList();
        return candidates.isEmpty() ? Optional.empty() : Optional.of(Seeds.pick(random, candidates));
    }

    static List<Moment> play(
            RandomGenerator random, Reactions reactions, Correspondence correspondence, Instant start) {
        Mail read = correspondence.lastMail().orElseThrow();
        Instant repliesAt = start.plusMillis(3_100);
        List<Moment> moments = new ArrayList<>();
        moments.add(reactions.sendQuietly(random, correspondence, start));
        moments.add(new Moment(start.plusMillis(900), Actor.PERSON, new Opened(read)));
        moments.add(new Moment(start.plusMillis(1_900), Actor.PERSON, new Clicked(read)));
        Replied replied = reactions.reader().reply(random, read, ReplyCategory.MEETING_REQUEST, repliesAt);
        moments.add(new Moment(repliesAt, Actor.PERSON, replied));
        Instant labelledAt = repliesAt.plusSeconds(4);
        moments.add(new Moment(labelledAt, Actor.PLATFORM, new Labelled(read, replied.reply(), "lead_interested")));
        Labels.meeting(random, moments, labelledAt.plusSeconds(20), read, replied.reply());
        correspondence.markRead();
        correspondence.stopAt(repliesAt);
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }
}
