package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts events the way Instantly's analytics do: totals, and distinct leads as "unique". */
final class Tally {
    private final Map<String, Integer> totals = new HashMap<>();
    private final Map<String, Set<String>> leads = new HashMap<>();

    void count(String eventType, String leadEmail) {
        totals.merge(eventType, 1, Integer::sum);
        if (!leadEmail.isEmpty()) {
            leads.computeIfAbsent(eventType, type -> new HashSet<>()).add(leadEmail);
        }
    }

    void add(Tally other) {
        other.totals.forEach((type, count) -> totals.merge(type, count, Integer::sum));
        other.leads.forEach((type, some) ->
                leads.computeIfAbsent(type, same -> new HashSet<>()).addAll(some));
    }

    /** The fields that totals of campaigns have, with and without names. */
    ObjectNode describe(ObjectNode node) {
        return node.put("contacted_count", distinct("email_sent"))
                .put("emails_sent_count", total("email_sent"))
                .put("new_leads_contacted_count", distinct("email_sent"))
                .put("open_count", total("email_opened"))
                .put("open_count_unique", distinct("email_opened"))
                .put("reply_count", total("reply_received"))
                .put("reply_count_unique", distinct("reply_received"))
                .put("reply_count_automatic", total("auto_reply_received"))
                .put("reply_count_automatic_unique", distinct("auto_reply_received"))
                .put("link_click_count", total("link_clicked"))
                .put("link_click_count_unique", distinct("link_clicked"))
                .put("bounced_count", total("email_bounced"))
                .put("unsubscribed_count", distinct("lead_unsubscribed"));
    }

    /** The fields that rows by day and by step have in common. */
    ObjectNode describeRow(ObjectNode node) {
        return node.put("sent", total("email_sent"))
                .put("opened", total("email_opened"))
                .put("unique_opened", distinct("email_opened"))
                .put("replies", total("reply_received"))
                .put("unique_replies", distinct("reply_received"))
                .put("replies_automatic", total("auto_reply_received"))
                .put("unique_replies_automatic", distinct("auto_reply_received"))
                .put("clicks", total("link_clicked"))
                .put("unique_clicks", distinct("link_clicked"));
    }

    int opportunities() {
        return distinct("lead_interested");
    }

    int total(String eventType) {
        return totals.getOrDefault(eventType, 0);
    }

    int distinct(String eventType) {
        return leads.getOrDefault(eventType, Set.of()).size();
    }
}
