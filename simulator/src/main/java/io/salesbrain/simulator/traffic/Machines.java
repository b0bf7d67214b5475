package io.salesbrain.simulator.traffic;

import io.salesbrain.simulator.traffic.Sign.Kind;
import io.salesbrain.simulator.world.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What gateways, privacy proxies and a sender's own tools do with a mail. */
final class Machines {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final int JITTER_MS = 2_000;
    private static final int FETCHED_AGAIN_WITHIN_MS = 45_000;
    private static final int LOADED_EVERY_MS = 150;
    private static final double REVISIT_OPENS_SHARE = 0.4;
    private static final double PROXY_FETCHES_SHARE = 0.85;

    private Machines() {}

    static GatewayHabit gateway(RandomGenerator random, MailMix mix) {
        double at = random.nextDouble()
                * mix.gateways().stream().mapToDouble(GatewayHabit::weight).sum();
        for (var gateway : mix.gateways()) {
            at -= gateway.weight();
            if (at < 0) {
                return gateway;
            }
        }
        return mix.gateways().getLast();
    }

    static void touch(RandomGenerator random, MailMix mix, Mail mail, List<Sign> signs) {
        var gateway = mail.lead().gateway();
        if (gateway != null && Seeds.chance(random, gateway.scansShare())) {
            long waitMs = gateway.steady()
                    ? gateway.after().median().toMillis() + random.nextInt(JITTER_MS)
                    : gateway.after().drawMs(random);
            visit(random, mail, mail.sentMs() + waitMs, gateway.opensShare(), gateway.betweenLinksMs(), signs);
        }
        if (mail.lead().throughProxy() && Seeds.chance(random, PROXY_FETCHES_SHARE)) {
            fetch(random, mix, mail, signs);
        }
    }

    /** Often not all links, sometimes but one, often without the pictures. */
    private static void visit(
            RandomGenerator random, Mail mail, long startMs, double opensShare, int betweenMs, List<Sign> signs) {
        long atMs = startMs;
        if (Seeds.chance(random, opensShare)) {
            signs.add(mail.sign(Kind.OPENED, atMs, false));
            atMs += random.nextInt(betweenMs);
        }
        int links = 1 + random.nextInt(mail.links());
        for (int link = 0; link < links; link++) {
            signs.add(mail.sign(Kind.CLICKED, atMs, false));
            atMs += 20 + random.nextInt(betweenMs);
        }
    }

    private static void fetch(RandomGenerator random, MailMix mix, Mail mail, List<Sign> signs) {
        long waitMs = mix.proxyAfter().drawMs(random);
        if (mail.lead().proxyWaitMs() > 0) {
            waitMs = mail.lead().proxyWaitMs() + random.nextInt(JITTER_MS);
        }
        if (Seeds.chance(random, mix.proxyLateShare())) {
            waitMs = HOUR_MS + (long) (random.nextDouble() * 11 * HOUR_MS);
        }
        long atMs = mail.sentMs() + waitMs;
        signs.add(mail.sign(Kind.OPENED, atMs, false));
        while (Seeds.chance(random, mix.proxyAgainShare())) {
            atMs += 200 + random.nextInt(FETCHED_AGAIN_WITHIN_MS);
            signs.add(mail.sign(Kind.OPENED, atMs, false));
        }
    }

    /** In the night after each day the company's mails of that day are looked into once more, one right after another. */
    static void revisit(RandomGenerator random, GatewayHabit gateway, List<Mail> mails, List<Sign> signs) {
        var days = new TreeMap<Long, List<Mail>>();
        mails.stream()
                .sorted(Comparator.comparingLong(Mail::sentMs))
                .forEach(mail -> days.computeIfAbsent(mail.sentMs() / DAY_MS, _ -> new ArrayList<>())
                        .add(mail));
        days.forEach((day, ofDay) -> {
            long atMs = (day + 1) * DAY_MS + (long) (random.nextDouble() * 4 * HOUR_MS);
            for (var mail : ofDay) {
                visit(random, mail, atMs, REVISIT_OPENS_SHARE, gateway.betweenLinksMs(), signs);
                atMs += random.nextInt(gateway.betweenMailsMs());
            }
        });
    }

    static void load(RandomGenerator random, List<Mail> mails, long startMs, List<Sign> signs) {
        long atMs = startMs;
        for (var mail : mails) {
            if (mail.sentMs() < atMs) {
                signs.add(mail.sign(Kind.OPENED, atMs, false));
                atMs += random.nextInt(LOADED_EVERY_MS);
            }
        }
    }
}
