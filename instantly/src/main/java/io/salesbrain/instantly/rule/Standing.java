package io.salesbrain.instantly.rule;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RuleAction;
import io.salesbrain.instantly.client.Account;
import io.salesbrain.instantly.client.AccountStatus;
import io.salesbrain.instantly.client.Campaign;
import io.salesbrain.instantly.client.CampaignStatus;
import io.salesbrain.instantly.sync.SyncDesk;

/** The campaign or mailbox an action is about, at Instantly. */
sealed interface Standing {
    /** Instantly's word for its state. */
    String label();

    boolean isPaused();

    /** Whether pausing it would stop anything, now or later. */
    boolean canBePaused();

    record OfCampaign(Campaign campaign) implements Standing {
        @Override
        public String label() {
            return campaign.status().label();
        }

        @Override
        public boolean isPaused() {
            return campaign.status().is(CampaignStatus.PAUSED);
        }

        /** A draft and a completed one send nothing, and would go on with another meaning. */
        @Override
        public boolean canBePaused() {
            return !isPaused()
                    && !campaign.status().is(CampaignStatus.DRAFT)
                    && !campaign.status().is(CampaignStatus.COMPLETED);
        }
    }

    record OfAccount(Account account) implements Standing {
        @Override
        public String label() {
            return account.status().label();
        }

        @Override
        public boolean isPaused() {
            return account.status().is(AccountStatus.PAUSED);
        }

        @Override
        public boolean canBePaused() {
            return !isPaused();
        }
    }

    static Standing of(SyncDesk desk, RuleAction action) throws InterruptedException {
        var client = desk.client(action.organizationId());
        return action.campaignId().isEmpty()
                ? new OfAccount(client.accounts().get(action.account()))
                : new OfCampaign(client.campaigns().get(action.campaignId()));
    }

    /** Pauses it, or resumes it; returns how it stands then. */
    static Standing change(SyncDesk desk, RuleAction action) throws InterruptedException {
        OrganizationId owner = action.organizationId();
        var client = desk.client(owner);
        if (action.campaignId().isEmpty()) {
            var account = action.isPause()
                    ? client.accounts().pause(action.account())
                    : client.accounts().resume(action.account());
            desk.saw(owner, account);
            return new OfAccount(account);
        }
        var campaign = action.isPause()
                ? client.campaigns().pause(action.campaignId())
                : client.campaigns().activate(action.campaignId());
        desk.saw(owner, campaign);
        return new OfCampaign(campaign);
    }
}
