package io.salesbrain.simulator.oddity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.random.RandomGenerator;

/** Columns of a customer's list that are called like Instantly's fields: they lie flat beside them, or take their place. */
final class CollidingVariables {
    private CollidingVariables() {}

    static void add(ObjectNode body, RandomGenerator random) {
        body.put("email", "ask the front desk")
                .put("campaign", "Spring fair")
                .put("Timestamp", "last autumn")
                .put("timestamp_created", 17)
                .put("Event_Type", "trade fair")
                .put("lead_email ", "nobody")
                .put("workspace_id", "ours")
                .put("event_id", "1")
                .put("organization_id", "somebody-else");
        switch (random.nextInt(4)) {
            case 0 -> body.put("step", "second talk");
            case 1 -> body.put("variant", true);
            case 2 -> body.putObject("step").put("number", 2);
            default -> body.put("is_first", "maybe").put("email_subject", 12);
        }
    }
}
