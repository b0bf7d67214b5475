package io.salesbrain.simulator.api;

import io.salesbrain.simulator.delivery.Outgoing;
import java.util.HashSet;
import java.util.Set;

/** The leads to whom a mail was not sent because its campaign or mailbox was paused, so that nothing follows from it either. */
final class Silenced {
    private static final int MOST = 100_000;

    private final CampaignFile campaigns;
    private final AccountFile accounts;
    private final Set<String> leads = new HashSet<>();

    Silenced(CampaignFile campaigns, AccountFile accounts) {
        this.campaigns = campaigns;
        this.accounts = accounts;
    }

    boolean silences(Outgoing event) {
        String lead = event.campaignId() + " " + event.body().path("lead_email").asText();
        boolean silenced = event.eventType().equals("email_sent") && !isSent(event);
        if (silenced && leads.size() < MOST) {
            leads.add(lead);
        }
        return silenced || leads.contains(lead);
    }

    private boolean isSent(Outgoing event) {
        return campaigns.sends(event.campaignId())
                && !accounts.isPaused(event.body().path("email_account").asText());
    }
}
