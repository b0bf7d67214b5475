package io.salesbrain.simulator.oddity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.world.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Takes from an event what nobody can do without: its kind, its time, or whom it concerns. */
final class LackingFields {
    private static final List<String> NO_ADDRESSES =
            List.of("", "n/a", "anna at example.com", "anna@example", "@example.com");
    private static final List<String> NO_TIMES = List.of(
            "", "yesterday", "2026-06-17 13:20:00", "2026-06-17T13:20:00", "17.06.2026", "2026-02-30T10:00:00Z");

    private LackingFields() {}

    static void makeUnusable(ObjectNode body, RandomGenerator random) {
        switch (random.nextInt(5)) {
            case 0 -> takeName(body, random);
            case 1 -> takeTime(body, random);
            default -> takeSubject(body, random);
        }
    }

    private static void takeName(ObjectNode body, RandomGenerator random) {
        switch (random.nextInt(3)) {
            case 0 -> body.remove("event_type");
            case 1 -> body.put("event_type", 7);
            default -> body.put("event_type", " ");
        }
    }

    private static void takeTime(ObjectNode body, RandomGenerator random) {
        switch (random.nextInt(3)) {
            case 0 -> body.remove("timestamp");
            case 1 ->
                body.put(
                        "timestamp",
                        Instant.parse(body.path("timestamp").asText()).toEpochMilli());
            default -> body.put("timestamp", Seeds.pick(random, NO_TIMES));
        }
    }

    /** An event about an account or a campaign as a whole has no lead to lose, but something else; a customer's own label needs nobody. */
    private static void takeSubject(ObjectNode body, RandomGenerator random) {
        String type = body.path("event_type").asText();
        if (type.startsWith("account_")) {
            body.remove("email_account");
        } else if (type.startsWith("campaign_")) {
            body.remove("campaign_id");
        } else if (type.matches("(email|lead|reply|auto_reply|link)_[a-z_]+")) {
            if (random.nextBoolean()) {
                body.remove("lead_email");
            } else {
                body.put("lead_email", Seeds.pick(random, NO_ADDRESSES));
            }
            body.remove("email");
        } else {
            takeTime(body, random);
        }
    }
}
