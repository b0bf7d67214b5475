package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.Reply;
import io.salesbrain.simulator.letters.ReplyCategory;
import io.salesbrain.simulator.letters.ReplyWriter;
import io.salesbrain.simulator.scenario.Happening.Bounced;
import io.salesbrain.simulator.scenario.Happening.Clicked;
import io.salesbrain.simulator.scenario.Happening.Labelled;
import io.salesbrain.simulator.scenario.Happening.Opened;
import io.salesbrain.simulator.scenario.Happening.Replied;
import io.salesbrain.simulator.world.SecurityGateway;
import io.salesbrain.simulator.world.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What machines make of a mail within seconds or minutes: bounces, scans, image proxies, automatic replies. */
final class Reflexes {
    private static final double GATEWAY_SCANS_SHARE = 0.6;
    private static final double GATEWAY_OPENS_SHARE = 0.4;
    private static final double PROXY_FETCHES_SHARE = 0.85;
    private static final double AUTO_REPLY_SHARE = 0.035;
    private static final double RECOGNISED_SHARE = 0.8;
    private static final double TOLD_TWICE_SHARE = 0.08;

    private final ReplyWriter writer;

    Reflexes(ReplyWriter writer) {
        this.writer = writer;
    }

    Outcome to(RandomGenerator random, Mail mail, double bounceShare) {
        if (Seeds.chance(random, bounceShare)) {
            Duration delay = Delays.around(random, Duration.ofSeconds(9), 1.0, Duration.ofMinutes(20));
            Instant at = mail.sentAt().plus(delay);
            return new Outcome(List.of(new Moment(at, Actor.MACHINE, new Bounced(mail))), Optional.of(at));
        }
        List<Moment> moments = new ArrayList<>();
        scan(random, mail, moments);
        fetchImages(random, mail, moments);
        return Outcome.of(moments).and(autoReply(random, mail));
    }

    /** A gateway follows every link of the mail within a second or so, often without loading its images. */
    private static void scan(RandomGenerator random, Mail mail, List<Moment> moments) {
        if (mail.lead().company().gateway() == SecurityGateway.NONE || !Seeds.chance(random, GATEWAY_SCANS_SHARE)) {
            return;
        }
        Instant at = mail.sentAt().plus(Delays.seconds(random, 1.2, 14));
        if (Seeds.chance(random, GATEWAY_OPENS_SHARE)) {
            moments.add(new Moment(at, Actor.MACHINE, new Opened(mail)));
        }
        int links = 1 + (mail.variant().body().contains("{link2}") ? 1 : 0) + random.nextInt(2);
        for (int i = 0; i < links; i++) {
            at = at.plusMillis(40 + random.nextInt(420));
            moments.add(new Moment(at, Actor.MACHINE, new Clicked(mail)));
        }
    }

    /** A privacy proxy loads the images once or a few times, most often within the first minute. */
    private static void fetchImages(RandomGenerator random, Mail mail, List<Moment> moments) {
        if (!mail.lead().opensThroughProxy() || !Seeds.chance(random, PROXY_FETCHES_SHARE)) {
            return;
        }
        Instant at = mail.sentAt().plus(Delays.around(random, Duration.ofSeconds(43), 0.45, Duration.ofMinutes(6)));
        int times = Seeds.chance(random, 0.3) ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < times; i++) {
            moments.add(new Moment(at, Actor.MACHINE, new Opened(mail)));
            at = at.plus(Delays.seconds(random, 0.3, 50));
        }
    }

    private Outcome autoReply(RandomGenerator random, Mail mail) {
        if (!Seeds.chance(random, AUTO_REPLY_SHARE)) {
            return Outcome.NOTHING;
        }
        double kind = random.nextDouble();
        ReplyCategory category = kind < 0.76
                ? ReplyCategory.OUT_OF_OFFICE
                : kind < 0.88 ? ReplyCategory.WRONG_PERSON : ReplyCategory.OTHER;
        Instant at = mail.sentAt().plus(Delays.seconds(random, 3, 55));
        Reply reply = writer.write(random, mail.asOriginal(), category, true, at);
        boolean recognised = Seeds.chance(random, RECOGNISED_SHARE);
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(at, Actor.MACHINE, new Replied(mail, reply, recognised)));
        if (recognised && Seeds.chance(random, TOLD_TWICE_SHARE)) {
            moments.add(new Moment(at.plusMillis(180), Actor.MACHINE, new Replied(mail, reply, false)));
        }
        Instant labelAt = at.plus(Delays.seconds(random, 5, 70));
        boolean labelled = Seeds.chance(random, 0.7);
        if (labelled && category == ReplyCategory.OUT_OF_OFFICE) {
            moments.add(new Moment(labelAt, Actor.PLATFORM, new Labelled(mail, reply, "lead_out_of_office")));
        }
        if (labelled && category == ReplyCategory.WRONG_PERSON) {
            moments.add(new Moment(labelAt, Actor.PLATFORM, new Labelled(mail, reply, "lead_wrong_person")));
        }
        // An absence does not end a sequence; a mailbox nobody reads any more does.
        Optional<Instant> stop = category == ReplyCategory.WRONG_PERSON ? Optional.of(at) : Optional.empty();
        return new Outcome(moments, stop);
    }
}
