package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts the events of one campaign the way Instantly's analytics do: totals, and distinct leads as "unique". */
final class Tally {
    private final Map<String, Integer> totals = new HashMap<>();
    private final Map<String, Set<String>> leads = new HashMap<>();

    synchronized void count(String eventType, String leadEmail) {
        totals.merge(eventType, 1, Integer::sum);
        if (!leadEmail.isEmpty()) {
            leads.computeIfAbsent(eventType, type -> new HashSet<>()).add(leadEmail);
        }
    }

    synchronized ObjectNode describe(ObjectNode node) {
        return node.put("leads_count", distinct("email_sent"))
                .put("contacted_count", distinct("email_sent"))
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
                .put("unsubscribed_count", distinct("lead_unsubscribed"))
                .put("completed_count", distinct("campaign_completed"));
    }

    synchronized int opportunities() {
        return distinct("lead_interested");
    }

    private int total(String eventType) {
        return totals.getOrDefault(eventType, 0);
    }

    private int distinct(String eventType) {
        return leads.getOrDefault(eventType, Set.of()).size();
    }
}
