package io.salesbrain.simulator.oddity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What older events do not have: the id of the e-mail, the link to the inbox, whether it was the first of its kind. */
final class MissingFields {
    private static final List<String> YOUNG = List.of("email_id", "unibox_url", "is_first", "campaign_name");

    private MissingFields() {}

    static boolean someIn(ObjectNode body) {
        return YOUNG.stream().anyMatch(body::has);
    }

    static void leaveOut(ObjectNode body) {
        body.remove(YOUNG);
    }
}
