package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.Reply;
import io.salesbrain.simulator.scenario.Happening.Labelled;
import io.salesbrain.simulator.scenario.Happening.Unsubscribed;
import io.salesbrain.simulator.world.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What follows a person's reply: Instantly's AI label soon after, the customer's own labels, and the way of a meeting. */
final class Labels {
    private Labels() {}

    static List<Moment> after(RandomGenerator random, Mail mail, Reply reply) {
        List<Moment> moments = new ArrayList<>();
        Instant soon = reply.at().plus(Delays.seconds(random, 12, 95));
        switch (reply.category()) {
            case INTERESTED -> {
                add(random, 0.9, moments, soon, mail, reply, "lead_interested");
                if (Seeds.chance(random, 0.35)) {
                    meeting(random, moments, soon.plus(hours(random, 20)), mail, reply);
                }
            }
            case MEETING_REQUEST -> {
                add(random, 0.5, moments, soon, mail, reply, "lead_interested");
                if (Seeds.chance(random, 0.85)) {
                    meeting(random, moments, soon.plus(hours(random, 3)), mail, reply);
                }
            }
            case QUESTION ->
                add(random, 0.5, moments, soon.plus(hours(random, 2)), mail, reply, ownLabel(random, mail));
            case NOT_INTERESTED -> add(random, 0.8, moments, soon, mail, reply, "lead_not_interested");
            case UNSUBSCRIBE -> {
                if (Seeds.chance(random, 0.75)) {
                    moments.add(new Moment(soon, Actor.PLATFORM, new Unsubscribed(mail)));
                }
            }
            case WRONG_PERSON -> add(random, 0.75, moments, soon, mail, reply, "lead_wrong_person");
            case OUT_OF_OFFICE -> add(random, 0.7, moments, soon, mail, reply, "lead_out_of_office");
            case OTHER -> add(random, 0.5, moments, soon, mail, reply, "lead_neutral");
        }
        return moments;
    }

    /** Booked, then held or missed some days later, and now and then the customer is won. */
    static void meeting(RandomGenerator random, List<Moment> moments, Instant bookedAt, Mail mail, Reply reply) {
        add(random, 1, moments, bookedAt, mail, reply, "lead_meeting_booked");
        Instant heldAt = bookedAt.plus(hours(random, 60));
        if (Seeds.chance(random, 0.16)) {
            add(random, 1, moments, heldAt, mail, reply, "lead_no_show");
            return;
        }
        add(random, 0.85, moments, heldAt, mail, reply, "lead_meeting_completed");
        add(random, 0.3, moments, heldAt.plus(hours(random, 50)), mail, reply, "lead_closed");
    }

    private static String ownLabel(RandomGenerator random, Mail mail) {
        return Seeds.pick(random, OwnLabels.of(mail.campaign().language()));
    }

    private static Duration hours(RandomGenerator random, int median) {
        return Delays.around(random, Duration.ofHours(median), 0.5, Duration.ofHours(4L * median));
    }

    private static void add(
            RandomGenerator random,
            double share,
            List<Moment> moments,
            Instant at,
            Mail mail,
            Reply reply,
            String label) {
        if (Seeds.chance(random, share)) {
            moments.add(new Moment(at, Actor.PLATFORM, new Labelled(mail, reply, label)));
        }
    }
}
