package io.salesbrain.simulator.traffic;

import io.salesbrain.simulator.world.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Mails to many companies and all that is told of them, each open and click with who caused it. All from one seed. */
public final class Traffic {
    private static final long START_MS = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final int WEEKDAYS = 5;
    private static final int DAYS_OF_WEEK = 7;
    private static final int WEEKS = 3;
    private static final int SENDING_FROM_HOUR = 8;
    private static final int SENDING_HOURS = 8;
    private static final int DAYS_BETWEEN_STEPS = 3;
    private static final int MOST_LINKS = 4;
    private static final List<String> FREE_MAIL = List.of("gmail.com", "outlook.com", "gmx.de", "icloud.com");

    private final MailMix mix;
    private final long seed;
    private final List<Sign> signs = new ArrayList<>();
    private final List<Mail> mails = new ArrayList<>();

    private Traffic(MailMix mix, long seed) {
        this.mix = mix;
        this.seed = seed;
    }

    /** In no order. */
    public static List<Sign> of(MailMix mix, long seed) {
        var traffic = new Traffic(mix, seed);
        for (int company = 0; company < mix.companies(); company++) {
            traffic.writeTo(company);
        }
        traffic.lookThroughSentMail();
        return List.copyOf(traffic.signs);
    }

    private void writeTo(int company) {
        var random = Seeds.random(seed, 1, company);
        int leads = Math.clamp(
                Math.round(mix.leadsMedian() * StrictMath.exp(mix.leadsSpread() * random.nextGaussian())),
                1,
                mix.mostLeads());
        var gateway = Seeds.chance(random, mix.gatewayShare()) ? Machines.gateway(random, mix) : null;
        double revisitsShare = gateway == null ? 0 : gateway.revisitsShare();
        boolean revisited = Seeds.chance(random, revisitsShare);
        boolean columns = Seeds.chance(random, mix.columnsShare());
        long sendMs = sendingTime(random, random.nextInt(WEEKS * WEEKDAYS));
        var ofCompany = new ArrayList<Mail>();
        for (int number = 0; number < leads; number++) {
            boolean free = Seeds.chance(random, mix.freeMailShare());
            var lead = new Recipient(
                    "lead-" + company + "-" + number + "@"
                            + (free ? Seeds.pick(random, FREE_MAIL) : "company-" + company + ".example"),
                    "sender-" + random.nextInt(mix.accounts()) + "@agency.example",
                    free ? null : gateway,
                    Seeds.chance(random, mix.proxyShare()),
                    Seeds.chance(random, mix.proxySteadyShare())
                            ? mix.proxyAfter().drawMs(random)
                            : 0,
                    columns && !free && gateway != null ? gateway.code() : 0);
            var sent = sequence(random, lead, sendMs);
            if (!free) {
                ofCompany.addAll(sent);
            }
            sendMs = withinSendingHours(random, sendMs + mix.betweenColleagues().drawMs(random));
        }
        if (gateway != null && revisited) {
            Machines.revisit(random, gateway, ofCompany, signs);
        }
    }

    private List<Mail> sequence(RandomGenerator random, Recipient lead, long firstMs) {
        var sent = new ArrayList<Mail>();
        long sendMs = firstMs;
        boolean answered = false;
        for (int step = 1; step <= mix.steps() && !answered; step++) {
            var mail = new Mail(lead, step, sendMs, 1 + random.nextInt(MOST_LINKS));
            sent.add(mail);
            if (!Seeds.chance(random, mix.lostSendShare())) {
                signs.add(mail.sign(Sign.Kind.SENT, sendMs, false));
            }
            Machines.touch(random, mix, mail, signs);
            answered = new Person(mix, random).maybeReads(mail, signs);
            sendMs = sendingTime(random, workday(sendMs) + DAYS_BETWEEN_STEPS + random.nextInt(2));
        }
        mails.addAll(sent);
        return sent;
    }

    /** A backup or an archive of the sender's loads the pictures of what a mailbox sent in the last days. */
    private void lookThroughSentMail() {
        var random = Seeds.random(seed, 2);
        for (int account = 0; account < mix.accounts(); account++) {
            if (Seeds.chance(random, mix.ownSweepShare())) {
                var address = "sender-" + account + "@agency.example";
                long atMs = sendingTime(random, WEEKDAYS + random.nextInt(WEEKDAYS));
                long sinceMs = atMs - 3 * DAY_MS;
                var seen = mails.stream()
                        .filter(mail -> mail.lead().account().equals(address))
                        .filter(mail -> mail.sentMs() > sinceMs)
                        .toList();
                Machines.load(random, seen, atMs, signs);
            }
        }
    }

    private static long sendingTime(RandomGenerator random, int workday) {
        long day = (long) workday / WEEKDAYS * DAYS_OF_WEEK + workday % WEEKDAYS;
        return START_MS
                + day * DAY_MS
                + SENDING_FROM_HOUR * HOUR_MS
                + (long) (random.nextDouble() * SENDING_HOURS * HOUR_MS);
    }

    private static int workday(long ms) {
        long day = (ms - START_MS) / DAY_MS;
        return (int) (day / DAYS_OF_WEEK * WEEKDAYS + Math.min(WEEKDAYS - 1, day % DAYS_OF_WEEK));
    }

    /** Who does not fit into the day has their turn on the next. */
    private static long withinSendingHours(RandomGenerator random, long ms) {
        long hour = (ms - START_MS) % DAY_MS / HOUR_MS;
        return hour < SENDING_FROM_HOUR + SENDING_HOURS ? ms : sendingTime(random, workday(ms) + 1);
    }
}
