package io.salesbrain.simulator.traffic;

import io.salesbrain.simulator.traffic.Sign.Kind;
import io.salesbrain.simulator.world.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Reads when awake, looks again, clicks, answers. */
record Person(MailMix mix, RandomGenerator random) {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final Delay UNTIL_AGAIN = Delay.of(Duration.ofHours(4), 1.9);
    private static final Delay UNTIL_REPLY = Delay.of(Duration.ofMinutes(25), 1.4);

    /** Whether they answered. */
    boolean maybeReads(Mail mail, List<Sign> signs) {
        var habit = mix.people();
        if (!Seeds.chance(random, habit.readsShare())) {
            return false;
        }
        long openMs = Seeds.chance(random, habit.promptShare())
                ? mail.sentMs() + habit.promptAfter().drawMs(random)
                : awake(mail.sentMs() + habit.after().drawMs(random));
        boolean unseen = Seeds.chance(random, habit.picturesOffShare())
                || (mail.lead().throughProxy() && !Seeds.chance(random, mix.seenDespiteProxyShare()));
        if (!unseen) {
            open(mail, openMs, signs);
        }
        if (Seeds.chance(random, habit.clicksShare())) {
            click(mail, openMs, signs);
        }
        if (!Seeds.chance(random, habit.repliesShare())) {
            return false;
        }
        long replyMs = awake(openMs + Duration.ofSeconds(45).toMillis() + UNTIL_REPLY.drawMs(random));
        signs.add(mail.sign(Kind.REPLIED, replyMs, true));
        if (!unseen && Seeds.chance(random, habit.againShare())) {
            signs.add(mail.sign(Kind.OPENED, awake(replyMs + UNTIL_AGAIN.drawMs(random)), true));
        }
        return true;
    }

    private void open(Mail mail, long firstMs, List<Sign> signs) {
        long atMs = firstMs;
        signs.add(mail.sign(Kind.OPENED, atMs, true));
        while (Seeds.chance(random, mix.people().againShare())) {
            atMs = awake(atMs + UNTIL_AGAIN.drawMs(random));
            signs.add(mail.sign(Kind.OPENED, atMs, true));
        }
    }

    private void click(Mail mail, long openMs, List<Sign> signs) {
        var habit = mix.people();
        long atMs = openMs + habit.clickAfter().drawMs(random);
        signs.add(mail.sign(Kind.CLICKED, atMs, true));
        while (Seeds.chance(random, habit.secondClickShare())) {
            atMs += Seeds.chance(random, habit.hastyShare())
                    ? 300 + random.nextInt(1_700)
                    : 3_000 + random.nextInt(90_000);
            signs.add(mail.sign(Kind.CLICKED, atMs, true));
        }
    }

    private long awake(long ms) {
        long hour = Math.floorMod(ms, DAY_MS) / HOUR_MS;
        boolean awake = hour >= mix.people().wakesHour() && hour < mix.people().sleepsHour();
        long morning = Math.floorDiv(ms, DAY_MS) * DAY_MS + mix.people().wakesHour() * HOUR_MS;
        return awake ? ms : (ms < morning ? morning : morning + DAY_MS) + (long) (random.nextDouble() * 3 * HOUR_MS);
    }
}
