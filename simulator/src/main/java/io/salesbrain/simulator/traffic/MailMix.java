package io.salesbrain.simulator.traffic;

import java.time.Duration;
import java.util.List;

/**
 * What a body of cold mail is made of. The shapes are those of public reports (a median of 43 s after the send and two thirds
 * between 20 and 60 s for privacy proxies, whole sweeps of links under a second); the shares are guesses, which is why
 * there are two mixes: what is fitted to one has to hold in the other.
 *
 * @param companies how many, with so many leads each: lognormal, at most {@code mostLeads}
 * @param freeMailShare of leads with an address at a free-mail provider
 * @param betweenColleagues from one colleague's first e-mail to the next's
 * @param proxyShare of leads whose mail program fetches pictures through a privacy proxy
 * @param proxyLateShare of its fetches that wait for hours, until the telephone is charged
 * @param proxySteadyShare of proxies that wait exactly as long each time
 * @param proxyAgainShare of fetches that are repeated within a minute
 * @param seenDespiteProxyShare of a person's opens behind a proxy that are told all the same
 * @param lostSendShare of sends that are never told
 * @param columnsShare of lists that have Instantly's column for the gateway
 * @param ownSweepShare of mailboxes whose sent mails are looked through by a machine of the sender's at some time
 */
public record MailMix(
        String name,
        int companies,
        double leadsMedian,
        double leadsSpread,
        int mostLeads,
        int accounts,
        int steps,
        double freeMailShare,
        Delay betweenColleagues,
        double proxyShare,
        Delay proxyAfter,
        double proxyLateShare,
        double proxySteadyShare,
        double proxyAgainShare,
        double seenDespiteProxyShare,
        double gatewayShare,
        List<GatewayHabit> gateways,
        PeopleHabit people,
        double lostSendShare,
        double columnsShare,
        double ownSweepShare) {
    /** What the weights are fitted to. */
    public static final MailMix CALIBRATION = new MailMix(
            "calibration",
            4_000,
            2.5,
            0.9,
            400,
            60,
            4,
            0.15,
            Delay.of(Duration.ofSeconds(40), 0.9),
            0.30,
            Delay.of(Duration.ofSeconds(43), 0.52),
            0.05,
            0.25,
            0.30,
            0.20,
            0.30,
            List.of(
                    new GatewayHabit(1, 0.25, 0.75, 0.40, seconds(5, 0.8), false, 420, 0.0, 0),
                    new GatewayHabit(2, 0.25, 0.60, 0.30, seconds(25, 0.9), false, 700, 0.35, 600),
                    new GatewayHabit(3, 0.25, 0.65, 0.50, seconds(150, 0.8), false, 1_500, 0.30, 400),
                    new GatewayHabit(0, 0.25, 0.40, 0.60, seconds(70, 0.5), true, 900, 0.10, 900)),
            new PeopleHabit(
                    0.42,
                    Delay.of(Duration.ofMinutes(150), 1.5),
                    0.07,
                    Delay.of(Duration.ofSeconds(110), 0.9),
                    0.12,
                    0.33,
                    0.14,
                    Delay.of(Duration.ofSeconds(21), 0.8),
                    0.22,
                    0.12,
                    0.08,
                    6,
                    21),
            0.03,
            0.25,
            0.05);

    /** What they are checked with: other makes, other hours, bigger companies, more machines, no such columns. */
    public static final MailMix CHECK = new MailMix(
            "check",
            2_500,
            4,
            1.2,
            1_500,
            25,
            5,
            0.08,
            Delay.of(Duration.ofSeconds(15), 1.1),
            0.38,
            Delay.of(Duration.ofSeconds(38), 0.60),
            0.04,
            0.10,
            0.40,
            0.30,
            0.40,
            List.of(
                    new GatewayHabit(1, 0.30, 0.55, 0.30, seconds(9, 1.0), false, 600, 0.15, 800),
                    new GatewayHabit(2, 0.15, 0.80, 0.50, seconds(14, 0.6), false, 300, 0.50, 300),
                    new GatewayHabit(3, 0.25, 0.50, 0.25, seconds(240, 0.7), false, 2_200, 0.20, 1_000),
                    new GatewayHabit(4, 0.15, 0.70, 0.60, seconds(45, 0.8), true, 500, 0.25, 500),
                    new GatewayHabit(0, 0.15, 0.50, 0.80, seconds(100, 0.7), true, 1_200, 0.0, 0)),
            new PeopleHabit(
                    0.36,
                    Delay.of(Duration.ofMinutes(95), 1.7),
                    0.10,
                    Delay.of(Duration.ofSeconds(80), 1.0),
                    0.20,
                    0.25,
                    0.10,
                    Delay.of(Duration.ofSeconds(14), 0.9),
                    0.30,
                    0.15,
                    0.06,
                    12,
                    23),
            0.06,
            0.0,
            0.04);

    public MailMix {
        gateways = List.copyOf(gateways);
    }

    private static Delay seconds(int median, double spread) {
        return Delay.of(Duration.ofSeconds(median), spread);
    }
}
