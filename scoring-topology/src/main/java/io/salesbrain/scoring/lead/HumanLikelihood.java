package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely it is that a person caused an open or a click. Instantly tells no address and no user agent, so time is
 * the evidence: privacy proxies fetch pictures and security gateways follow links soon after the delivery, people come
 * later. Evidence adds up as log-odds, and the result is a pure function of the history.
 *
 * <p>Source of the shape: public reports on machine opens in cold mail put most of them between 20 and 60 seconds
 * after the send and whole sweeps of links under one second; see docs/human-likelihood.md for the table.
 */
final class HumanLikelihood {
    /** One step of a curve: the log-odds added when less than this much time has passed. */
    private record Step(Duration under, double logOdds) {}

    private static final double OPEN_PRIOR = 1.2;
    private static final double CLICK_PRIOR = 1.8;
    private static final double CLICK_WITHOUT_OPEN = -1.5;
    private static final double OPEN_LONG_AFTER = 1.0;

    private static final List<Step> AFTER_SEND = List.of(
            new Step(Duration.ofSeconds(2), -5.0),
            new Step(Duration.ofSeconds(10), -3.5),
            new Step(Duration.ofSeconds(60), -2.2),
            new Step(Duration.ofMinutes(3), -1.0),
            new Step(Duration.ofMinutes(10), 0.0));

    private HumanLikelihood() {}

    /** Of every click and open; everything else no machine does. */
    static Map<Placed, Double> ofAll(Correspondence mail) {
        var firstOpens = firstOpens(mail);
        // Each placed touch is there once, so its identity is enough and cheaper than its contents.
        var human = new IdentityHashMap<Placed, Double>();
        for (var placed : mail.placed()) {
            if (placed.touch().type() == EventType.EMAIL_OPENED) {
                human.put(placed, logistic(OPEN_PRIOR + delayEvidence(placed)));
            } else if (placed.touch().type() == EventType.EMAIL_CLICKED) {
                double unopened = openedBefore(placed, firstOpens) ? 0 : CLICK_WITHOUT_OPEN;
                human.put(placed, logistic(CLICK_PRIOR + delayEvidence(placed) + unopened));
            }
        }
        return human;
    }

    /** When each e-mail was first opened; in milliseconds since 1970 UTC. */
    static Map<EmailKey, Long> firstOpens(Correspondence mail) {
        var firstOpens = new HashMap<EmailKey, Long>();
        for (var placed : mail.placed()) {
            if (placed.touch().type() == EventType.EMAIL_OPENED && placed.email() != null) {
                firstOpens.putIfAbsent(placed.email().key(), placed.touch().atMs());
            }
        }
        return firstOpens;
    }

    private static double delayEvidence(Placed placed) {
        var email = placed.email();
        if (email == null || email.inferred()) {
            // Without the real send the delay is unknown and says nothing.
            return 0;
        }
        long delayMs = placed.touch().atMs() - email.sentAtMs();
        if (delayMs < 0) {
            return 0;
        }
        return AFTER_SEND.stream()
                .filter(step -> delayMs < step.under().toMillis())
                .findFirst()
                .map(Step::logOdds)
                .orElse(OPEN_LONG_AFTER);
    }

    private static boolean openedBefore(Placed click, Map<EmailKey, Long> firstOpens) {
        var email = click.email();
        var opened = email == null ? null : firstOpens.get(email.key());
        return opened != null && opened <= click.touch().atMs();
    }

    /** Rounded to millionths, the unit in which human-weighted counts are summed. */
    private static double logistic(double logOdds) {
        return Math.round(1e6 / (1 + StrictMath.exp(-logOdds))) / 1e6;
    }
}
