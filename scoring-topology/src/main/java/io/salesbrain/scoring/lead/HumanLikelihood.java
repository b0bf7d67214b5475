package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How likely it is that a person caused an open or a click. Instantly tells no address and no user agent, so time is
 * the evidence: privacy proxies fetch pictures and security gateways follow links soon after the delivery and many at
 * once, people come later and one by one. {@link Evidence} adds up as log-odds, and the result is a pure function of
 * the history. docs/human-likelihood.md is its description.
 */
public final class HumanLikelihood {
    /** Evidence that an open or a click came so soon after the send. */
    private record Soon(long underMs, Evidence evidence) {}

    private static final List<Soon> AFTER_SEND = List.of(
            soon(Duration.ofSeconds(2), Evidence.WITHIN_2_S),
            soon(Duration.ofSeconds(10), Evidence.WITHIN_10_S),
            soon(Duration.ofSeconds(30), Evidence.WITHIN_30_S),
            soon(Duration.ofMinutes(1), Evidence.WITHIN_1_MIN),
            soon(Duration.ofMinutes(2), Evidence.WITHIN_2_MIN),
            soon(Duration.ofMinutes(5), Evidence.WITHIN_5_MIN),
            soon(Duration.ofMinutes(15), Evidence.WITHIN_15_MIN),
            soon(Duration.ofHours(1), Evidence.WITHIN_1_H));

    /** By the level of the burst. */
    private static final List<Evidence> COLLEAGUES =
            List.of(Evidence.COLLEAGUES_FEW, Evidence.COLLEAGUES_MANY, Evidence.COLLEAGUES_CROWD);

    private static final long AT_ONCE_MS = Duration.ofSeconds(2).toMillis();
    private static final long READING_MS = Duration.ofMinutes(30).toMillis();
    private static final long SAME_DELAY_WITHIN_MS = Duration.ofSeconds(2).toMillis();
    private static final long SAME_DELAY_UNDER_MS = Duration.ofHours(1).toMillis();

    private final Map<EmailKey, Looks> opens = new HashMap<>();
    private final Map<EmailKey, Looks> clicks = new HashMap<>();
    /** How long after its send each e-mail was first opened, and first clicked; only where the send is known. */
    private final Map<EmailKey, Long> openDelaysMs = new HashMap<>();

    private final Map<EmailKey, Long> clickDelaysMs = new HashMap<>();
    private final Answers answers;
    private final BurstMarks bursts;
    // Each placed touch is there once, so its identity is enough and cheaper than its contents.
    private final IdentityHashMap<Placed, Set<Evidence>> evidence = new IdentityHashMap<>();

    private HumanLikelihood(Correspondence mail) {
        this.answers = Answers.in(mail);
        this.bursts = mail.bursts();
        for (var placed : mail.placed()) {
            var looks = looks(placed);
            var email = placed.email();
            if (looks != null && email != null) {
                if (looks.isEmpty() && !email.inferred()) {
                    delaysMs(placed).put(email.key(), placed.touch().atMs() - email.sentAtMs());
                }
                looks.add(placed.touch().atMs());
            }
        }
        var seen = new IdentityHashMap<Looks, Integer>();
        for (var placed : mail.placed()) {
            var looks = looks(placed);
            var email = placed.email();
            if (looks != null && email != null) {
                boolean amongFirst = seen.merge(looks, 1, Integer::sum) <= Looks.MOST;
                evidence.put(placed, judge(placed, email, looks, amongFirst));
            }
        }
    }

    static HumanLikelihood of(Correspondence mail) {
        return new HumanLikelihood(mail);
    }

    /** What speaks for and against a person, of every open and click of a history. */
    public static Map<Touch, Set<Evidence>> evidence(History history) {
        var found = new HashMap<Touch, Set<Evidence>>();
        of(Correspondence.of(history)).evidence.forEach((placed, evidence) -> found.put(placed.touch(), evidence));
        return found;
    }

    /** Of every click and open; everything else no machine does. */
    static Map<Placed, Double> ofAll(Correspondence mail) {
        return of(mail).weights();
    }

    Map<Placed, Double> weights() {
        var weights = new IdentityHashMap<Placed, Double>();
        evidence.forEach((placed, evidence) -> weights.put(placed, weight(evidence)));
        return weights;
    }

    Set<Evidence> evidence(Placed placed) {
        return evidence.getOrDefault(placed, Set.of());
    }

    /** Rounded to millionths, the unit in which human-weighted counts are summed. */
    public static double weight(Set<Evidence> evidence) {
        double logOdds = 0;
        for (var each : evidence) {
            logOdds += each.logOdds();
        }
        return Math.round(1e6 / (1 + StrictMath.exp(-logOdds))) / 1e6;
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

    /** Those of its kind and e-mail; null for what is neither open nor click. */
    private @Nullable Looks looks(Placed placed) {
        var type = placed.touch().type();
        if (placed.email() == null || (type != EventType.EMAIL_OPENED && type != EventType.EMAIL_CLICKED)) {
            return null;
        }
        var ofKind = type == EventType.EMAIL_OPENED ? opens : clicks;
        return ofKind.computeIfAbsent(placed.email().key(), _ -> new Looks());
    }

    private Map<EmailKey, Long> delaysMs(Placed placed) {
        return placed.touch().type() == EventType.EMAIL_OPENED ? openDelaysMs : clickDelaysMs;
    }

    private Set<Evidence> judge(Placed placed, Email email, Looks looks, boolean amongFirst) {
        var touch = placed.touch();
        boolean open = touch.type() == EventType.EMAIL_OPENED;
        var found = EnumSet.of(open ? Evidence.OPEN : Evidence.CLICK);
        addDelay(touch, email, found);
        if (!open && opens.getOrDefault(email.key(), Looks.NONE).since(touch.atMs()) < 0) {
            found.add(Evidence.CLICK_UNOPENED);
        }
        addBursts(touch, found);
        if (email.cause().gateway() != Gateway.UNKNOWN) {
            found.add(Evidence.GATEWAY);
        }
        if (amongFirst) {
            addNeighbours(placed, email, looks, found);
        } else {
            found.add(Evidence.ONE_OF_MANY);
        }
        return found;
    }

    private static void addDelay(Touch touch, Email email, Set<Evidence> found) {
        if (email.inferred()) {
            found.add(Evidence.SEND_UNKNOWN);
            return;
        }
        long delayMs = touch.atMs() - email.sentAtMs();
        for (var soon : AFTER_SEND) {
            if (delayMs >= 0 && delayMs < soon.underMs()) {
                found.add(soon.evidence());
                return;
            }
        }
    }

    private void addBursts(Touch touch, Set<Evidence> found) {
        var mark = bursts.at(touch.atMs());
        if (mark.domain() > 0) {
            found.add(COLLEAGUES.get(mark.domain() - 1));
        }
        // Three leads of one mailbox in five seconds happen by chance.
        if (mark.account() > 1) {
            found.add(mark.account() == 2 ? Evidence.ACCOUNT_MANY : Evidence.ACCOUNT_CROWD);
        }
    }

    private void addNeighbours(Placed placed, Email email, Looks looks, Set<Evidence> found) {
        var touch = placed.touch();
        long atMs = touch.atMs();
        if (touch.type() == EventType.EMAIL_OPENED) {
            if (looks.around(atMs) > 1) {
                found.add(Evidence.OPENED_TOGETHER);
            }
            var clicked = clicks.getOrDefault(email.key(), Looks.NONE);
            if (clicked.around(atMs) > 0) {
                found.add(Evidence.OPENED_BESIDE_CLICK);
            } else if (clicked.untilNext(atMs) > 0 && clicked.untilNext(atMs) <= READING_MS) {
                found.add(Evidence.OPENED_BEFORE_CLICK);
            }
        } else {
            int together = looks.around(atMs);
            if (together > 1) {
                found.add(together > 2 ? Evidence.SWEEP : Evidence.TWO_CLICKS);
            }
            long sinceOpen = opens.getOrDefault(email.key(), Looks.NONE).since(atMs);
            if (sinceOpen >= 0 && sinceOpen <= READING_MS) {
                found.add(sinceOpen < AT_ONCE_MS ? Evidence.CLICK_AT_ONCE : Evidence.CLICK_AFTER_READING);
            }
        }
        if (looks.isPaced(atMs)) {
            found.add(Evidence.STEADY_PACE);
        }
        if (isAsSoonAsAnother(placed, email)) {
            found.add(Evidence.SAME_DELAY);
        }
        if (answers.soonAfter(touch)) {
            found.add(Evidence.ANSWERED);
        }
        if (answers.before(touch)) {
            found.add(Evidence.AFTER_ANSWER);
        }
    }

    /** Whether the first open, or click, of another e-mail came as long after its send. */
    private boolean isAsSoonAsAnother(Placed placed, Email email) {
        long delayMs = placed.touch().atMs() - email.sentAtMs();
        if (email.inferred() || delayMs < 0 || delayMs >= SAME_DELAY_UNDER_MS) {
            return false;
        }
        return delaysMs(placed).entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(email.key())
                        && Math.abs(other.getValue() - delayMs) <= SAME_DELAY_WITHIN_MS);
    }

    private static Soon soon(Duration under, Evidence evidence) {
        return new Soon(under.toMillis(), evidence);
    }
}
