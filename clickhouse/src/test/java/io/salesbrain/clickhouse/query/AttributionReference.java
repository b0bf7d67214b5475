package io.salesbrain.clickhouse.query;

import io.salesbrain.events.Deal;
import io.salesbrain.events.StepVariant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Attribution as its definition reads, one deal at a time: what the SQL is held against. */
public final class AttributionReference {
    /** A send as it came, or an implied one. */
    public record Send(String lead, String campaignId, StepVariant step, String account, Instant at, String eventId) {}

    /** The groups' shares and what is nobody's, in the deal's currency. */
    record Shares(Map<String, BigDecimal> ofGroups, BigDecimal unattributed) {}

    private static final Comparator<Send> BY_TIME = Comparator.comparing(Send::at)
            .thenComparing(Send::campaignId)
            .thenComparingInt(send -> send.step().sequence())
            .thenComparingInt(send -> send.step().step());

    private final List<Send> sends;

    AttributionReference(List<Send> sends) {
        this.sends = sends;
    }

    /** @param group what of an e-mail names its group */
    Shares share(Deal deal, AttributionModel model, int lookbackDays, Function<Send, String> group) {
        var earliest = deal.closedAt().minus(Duration.ofDays(lookbackDays));
        var emails = emails(deal.leadEmail()).stream()
                .filter(email ->
                        !email.at().isAfter(deal.closedAt()) && !email.at().isBefore(earliest))
                .sorted(BY_TIME)
                .toList();
        if (emails.isEmpty()) {
            return new Shares(Map.of(), deal.amount());
        }
        var weights = new TreeMap<String, BigInteger>();
        var firsts = new HashMap<String, Instant>();
        for (int i = 0; i < emails.size(); i++) {
            var weight = weight(emails, i, model);
            if (weight.signum() > 0) {
                var name = group.apply(emails.get(i));
                weights.merge(name, weight, BigInteger::add);
                firsts.putIfAbsent(name, emails.get(i).at());
            }
        }
        var units = deal.amount().movePointRight(deal.unitDecimals()).toBigIntegerExact();
        var shares = new HashMap<String, BigDecimal>();
        largestRemainder(units, weights, firsts)
                .forEach((name, share) -> shares.put(name, new BigDecimal(share, deal.unitDecimals())));
        return new Shares(shares, BigDecimal.ZERO);
    }

    /** The distinct e-mails of a lead, each as its first send. */
    private List<Send> emails(String lead) {
        var inOrder = sends.stream()
                .filter(send -> send.lead().equals(lead) && !send.campaignId().isEmpty())
                .sorted(Comparator.comparing(Send::at).thenComparing(Send::eventId))
                .toList();
        var emails = new ArrayList<Send>();
        for (var send : inOrder) {
            boolean known = emails.stream().anyMatch(email -> sameEmail(email, send));
            boolean belongsToEarlier = !send.step().isStepKnown()
                    && inOrder.stream()
                            .anyMatch(other -> other.campaignId().equals(send.campaignId())
                                    && other.step().isStepKnown()
                                    && !other.at().isAfter(send.at()));
            if (!known && !belongsToEarlier) {
                emails.add(send);
            }
        }
        return emails;
    }

    private static boolean sameEmail(Send one, Send other) {
        return one.campaignId().equals(other.campaignId())
                && one.step().sequence() == other.step().sequence()
                && one.step().step() == other.step().step();
    }

    private static BigInteger weight(List<Send> emails, int i, AttributionModel model) {
        int last = emails.size() - 1;
        return switch (model) {
            case FIRST_TOUCH -> i == 0 ? BigInteger.ONE : BigInteger.ZERO;
            case LAST_TOUCH -> i == last ? BigInteger.ONE : BigInteger.ZERO;
            case LINEAR -> BigInteger.ONE;
            case POSITION_BASED ->
                last < 2 || (i > 0 && i < last) ? BigInteger.ONE : BigInteger.valueOf(2L * (last - 1));
            case TIME_DECAY -> {
                long ageMs = Duration.between(
                                emails.get(i).at(), emails.get(last).at())
                        .toMillis();
                double weeks = ageMs / (double) Duration.ofDays(7).toMillis();
                yield BigInteger.valueOf(Math.round(1e12 * Math.pow(2, -weeks)));
            }
        };
    }

    private static Map<String, BigInteger> largestRemainder(
            BigInteger units, Map<String, BigInteger> weights, Map<String, Instant> firsts) {
        var total = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var shares = new HashMap<String, BigInteger>();
        var remainders = new HashMap<String, BigInteger>();
        var left = units;
        for (var group : weights.entrySet()) {
            var parts = units.multiply(group.getValue()).divideAndRemainder(total);
            shares.put(group.getKey(), parts[0]);
            remainders.put(group.getKey(), parts[1]);
            left = left.subtract(parts[0]);
        }
        var byRemainder = Comparator.<String, BigInteger>comparing(
                        name -> remainders.getOrDefault(name, BigInteger.ZERO))
                .reversed()
                .thenComparing(name -> firsts.getOrDefault(name, Instant.MAX))
                .thenComparing(Comparator.naturalOrder());
        weights.keySet().stream()
                .sorted(byRemainder)
                .limit(left.intValueExact())
                .forEach(name -> shares.merge(name, BigInteger.ONE, BigInteger::add));
        return shares;
    }
}
