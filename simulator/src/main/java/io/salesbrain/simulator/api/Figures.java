package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What happened, counted by campaign, UTC day, step and account. */
final class Figures {
    /** Where an event is counted: {@code step} and {@code variant} are 0 where an event names none. */
    record Cell(String campaign, LocalDate day, String account, int step, int variant) {}

    private static final int DATE_LENGTH = 10;

    private final Map<Cell, Tally> cells = new HashMap<>();
    private final Set<String> replies = new HashSet<>();

    synchronized void note(String type, JsonNode event) {
        String campaign = event.path("campaign_id").asText();
        if (campaign.isEmpty() || isRepeated(type, event)) {
            return;
        }
        Cell cell = new Cell(
                campaign,
                LocalDate.parse(event.path("timestamp").asText().substring(0, DATE_LENGTH)),
                event.path("email_account").asText(),
                event.path("step").asInt(),
                event.path("variant").asInt());
        cells.computeIfAbsent(cell, key -> new Tally())
                .count(type, event.path("lead_email").asText());
    }

    /** One message may be told both as a reply and as an automatic one; Instantly's figures count messages. */
    private boolean isRepeated(String type, JsonNode event) {
        boolean isReply = type.equals("reply_received") || type.equals("auto_reply_received");
        return isReply && !replies.add(event.path("email_id").asText());
    }

    synchronized Tally sum(Predicate<Cell> wanted) {
        Tally sum = new Tally();
        cells.forEach((cell, tally) -> {
            if (wanted.test(cell)) {
                sum.add(tally);
            }
        });
        return sum;
    }

    /** Sums by what the cells have in common, in order. */
    synchronized <K extends Comparable<K>> Map<K, Tally> by(Predicate<Cell> wanted, Function<Cell, K> key) {
        Map<K, Tally> sums = new TreeMap<>();
        cells.forEach((cell, tally) -> {
            if (wanted.test(cell)) {
                sums.computeIfAbsent(key.apply(cell), same -> new Tally()).add(tally);
            }
        });
        return sums;
    }

    static Predicate<Cell> within(Optional<LocalDate> from, Optional<LocalDate> to) {
        return cell -> from.map(day -> !cell.day().isBefore(day)).orElse(true)
                && to.map(day -> !cell.day().isAfter(day)).orElse(true);
    }
}
