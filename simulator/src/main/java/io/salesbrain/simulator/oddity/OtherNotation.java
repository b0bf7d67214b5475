package io.salesbrain.simulator.oddity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The very same event in another notation: every field that tells it from others means the same, and none is written the same. */
public final class OtherNotation {
    private OtherNotation() {}

    public static ObjectNode of(ObjectNode body, RandomGenerator random) {
        ObjectNode other = body.deepCopy();
        String timestamp = body.path("timestamp").asText();
        if (timestamp.matches("[0-9T:.-]{23}Z")) {
            other.put(
                    "timestamp",
                    random.nextBoolean()
                            ? timestamp.replace("Z", "+00:00")
                            : timestamp.toLowerCase(Locale.ROOT).replace("z", "999z"));
        }
        if (Names.isDocumented(body)) {
            Names.shout(other);
        }
        String lead = body.path("lead_email").asText();
        if (lead.matches("[a-z0-9.-]+@[a-z0-9.-]+")) {
            other.put("lead_email", " <" + lead.toUpperCase(Locale.ROOT) + ">");
        }
        if (Oddity.OTHER_STEPS.canHappenTo(body)) {
            StepNotations.rewrite(other, random);
        }
        return other;
    }
}
