package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.Reply;
import io.salesbrain.simulator.letters.ReplyCategory;
import io.salesbrain.simulator.letters.ReplyWriter;
import io.salesbrain.simulator.scenario.Happening.Clicked;
import io.salesbrain.simulator.scenario.Happening.Opened;
import io.salesbrain.simulator.scenario.Happening.Replied;
import io.salesbrain.simulator.scenario.Happening.Unsubscribed;
import io.salesbrain.simulator.world.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a person does with a mail: opens it some time, perhaps again, follows a link, answers, or wants no more. */
final class Reader {
    private static final double SEEN_DESPITE_PROXY_SHARE = 0.2;
    private static final double OPENS_AGAIN_SHARE = 0.3;
    private static final double CLICKS_AGAIN_SHARE = 0.2;
    private static final double UNSUBSCRIBES_SHARE = 0.008;
    private static final Duration LONGEST_UNTIL_OPEN = Duration.ofDays(6);
    private static final Duration LONGEST_UNTIL_REPLY = Duration.ofDays(3);

    private final ReplyWriter writer;

    Reader(ReplyWriter writer) {
        this.writer = writer;
    }

    /** Whether and how a person reacts, beginning whenever they find the time. */
    Outcome maybeReads(RandomGenerator random, Mail mail) {
        if (!Seeds.chance(random, mail.variant().openShare())) {
            return Outcome.NOTHING;
        }
        Duration delay = Delays.around(random, Duration.ofMinutes(150), 1.5, LONGEST_UNTIL_OPEN);
        return reads(random, mail, awake(random, mail, mail.sentAt().plus(delay)));
    }

    /** What a person who opens the mail at this time does with it. */
    Outcome reads(RandomGenerator random, Mail mail, Instant openedAt) {
        mail.correspondence().markRead();
        List<Moment> moments = new ArrayList<>();
        open(random, mail, openedAt, moments);
        if (Seeds.chance(random, mail.variant().clickShare())) {
            click(random, mail, openedAt, moments);
        }
        Outcome read = Outcome.of(moments);
        if (Seeds.chance(random, mail.variant().replyShare())) {
            Duration delay = Delays.around(random, Duration.ofMinutes(24), 1.4, LONGEST_UNTIL_REPLY);
            Instant at =
                    awake(random, mail, openedAt.plus(Duration.ofSeconds(50)).plus(delay));
            return read.and(replies(random, mail, Intentions.draw(random, mail.variant()), at));
        }
        if (Seeds.chance(random, UNSUBSCRIBES_SHARE)) {
            Instant at = openedAt.plus(Delays.seconds(random, 8, 60));
            return read.and(
                    new Outcome(List.of(new Moment(at, Actor.PERSON, new Unsubscribed(mail))), Optional.of(at)));
        }
        return read;
    }

    Outcome replies(RandomGenerator random, Mail mail, ReplyCategory category, Instant at) {
        Replied replied = reply(random, mail, category, at);
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(at, Actor.PERSON, replied));
        moments.addAll(Labels.after(random, mail, replied.reply()));
        return new Outcome(moments, Optional.of(at));
    }

    Replied reply(RandomGenerator random, Mail mail, ReplyCategory category, Instant at) {
        Reply reply = writer.write(random, mail.asOriginal(), category, false, at);
        return new Replied(mail, reply, false);
    }

    /** Behind a proxy the images come from its cache, so the sender seldom learns of the person's own look. */
    private static void open(RandomGenerator random, Mail mail, Instant openedAt, List<Moment> moments) {
        if (mail.lead().opensThroughProxy() && !Seeds.chance(random, SEEN_DESPITE_PROXY_SHARE)) {
            return;
        }
        moments.add(new Moment(openedAt, Actor.PERSON, new Opened(mail)));
        Instant again = openedAt;
        while (Seeds.chance(random, OPENS_AGAIN_SHARE)) {
            again = awake(
                    random, mail, again.plus(Delays.around(random, Duration.ofHours(5), 1.6, Duration.ofDays(4))));
            moments.add(new Moment(again, Actor.PERSON, new Opened(mail)));
        }
    }

    private static void click(RandomGenerator random, Mail mail, Instant openedAt, List<Moment> moments) {
        Instant at = openedAt.plus(Delays.around(random, Duration.ofSeconds(19), 0.7, Duration.ofMinutes(15)));
        moments.add(new Moment(at, Actor.PERSON, new Clicked(mail)));
        if (Seeds.chance(random, CLICKS_AGAIN_SHARE)) {
            moments.add(new Moment(at.plus(Delays.seconds(random, 12, 200)), Actor.PERSON, new Clicked(mail)));
        }
    }

    private static Instant awake(RandomGenerator random, Mail mail, Instant at) {
        ZoneId zone = mail.lead().company().zone();
        return WorkingHours.awake(random, at, zone);
    }
}
