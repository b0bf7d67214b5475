package io.salesbrain.standalone.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Adds up the answers of a replay that took several requests. */
final class ReplayTotals {
    private static final int MAX_SHOWN = 50;

    private final Table rest = new Table("ID", "OUTCOME", "REASON");
    private long replayed;
    private long accepted;
    private long rejected;
    private long skipped;
    private long unclean;
    private int shown;
    private String next = "";

    void add(JsonNode answer) {
        replayed += answer.path("replayed").asLong();
        accepted += answer.path("accepted").asLong();
        rejected += answer.path("rejected").asLong();
        skipped += answer.path("skipped").asLong();
        next = answer.path("next_starting_after").asText("");
        for (var item : answer.path("items")) {
            var outcome = item.path("outcome").asText();
            if (!outcome.equals("accepted") && !outcome.equals("already_replayed")) {
                unclean++;
                if (shown < MAX_SHOWN) {
                    shown++;
                    rest.add(
                            item.path("quarantine_id").asText(),
                            outcome,
                            item.path("reason").asText(""));
                }
            }
        }
    }

    /** Where the next request goes on; empty at the end. */
    String next() {
        return next;
    }

    /** Whether everything that was asked for is in by now. */
    boolean isClean() {
        return unclean == 0 && rejected == 0;
    }

    void print(PrintStream out) {
        if (shown > 0) {
            rest.print(out);
            out.println(unclean > shown ? "… and more." : "");
        }
        out.printf(
                "%d replayed with %d %s, %d still rejected, %d skipped.%n",
                replayed, accepted, accepted == 1 ? "event" : "events", rejected, skipped);
    }
}
