package io.salesbrain.simulator.oddity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Text as lists really have it: from right to left, invisible, combined, torn apart, and addresses copied out of a mail program. */
final class OddUnicode {
    private static final String RIGHT_TO_LEFT = "\u202Eatled\u202C";
    private static final String ZERO_WIDTH = "Del\u200Bta\uFEFF";
    private static final String COMBINED = "Zo\u0308e\u0301 \uD83D\uDC69\u200D\uD83D\uDCBB";
    /** Half of a pair; only an escape can carry it. */
    private static final String TORN = "Del\uD83Dta";

    private static final String CONTROLS = "Del\u0000ta\u0085\u2028";

    private OddUnicode() {}

    static void add(ObjectNode body, RandomGenerator random) {
        body.put("firstName", COMBINED)
                .put("companyName", RIGHT_TO_LEFT)
                .put("city", ZERO_WIDTH)
                .put("jobTitle", TORN)
                .put("Größe der Firma 📏", CONTROLS)
                .put("", "a column without a name");
        if (body.has("campaign_name")) {
            body.put("campaign_name", body.path("campaign_name").asText() + " " + COMBINED);
        }
        String lead = body.path("lead_email").asText();
        if (!lead.isEmpty()) {
            body.put(
                    "lead_email",
                    switch (random.nextInt(3)) {
                        case 0 -> "\u00A0" + lead.toUpperCase(Locale.ROOT) + "\u2003";
                        case 1 -> "Zoë Délta <" + lead + ">";
                        default -> "\u200B" + lead + "\uFEFF";
                    });
        }
    }
}
