package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.Reply;
import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.Mailbox;

/** What can happen, with everything its webhook needs. {@code eventType} is the name Instantly's payload carries. */
public sealed interface Happening {
    String eventType();

    /** Something about one mail to one lead. */
    sealed interface AboutMail extends Happening {
        Mail mail();
    }

    record Sent(Mail mail) implements AboutMail {
        @Override
        public String eventType() {
            return "email_sent";
        }
    }

    record Opened(Mail mail) implements AboutMail {
        @Override
        public String eventType() {
            return "email_opened";
        }
    }

    /** Subscribed to as email_link_clicked, but this is what the payload says. */
    record Clicked(Mail mail) implements AboutMail {
        @Override
        public String eventType() {
            return "link_clicked";
        }
    }

    /** {@code recognisedAsAutomatic} is Instantly's opinion, which is not always the truth in the reply. */
    record Replied(Mail mail, Reply reply, boolean recognisedAsAutomatic) implements AboutMail {
        @Override
        public String eventType() {
            return recognisedAsAutomatic ? "auto_reply_received" : "reply_received";
        }
    }

    /** A label set by Instantly's AI or a person; {@code label} is its event type, or a customer's own words. */
    record Labelled(Mail mail, Reply reply, String label) implements AboutMail {
        @Override
        public String eventType() {
            return label;
        }
    }

    record Bounced(Mail mail) implements AboutMail {
        @Override
        public String eventType() {
            return "email_bounced";
        }
    }

    record Unsubscribed(Mail mail) implements AboutMail {
        @Override
        public String eventType() {
            return "lead_unsubscribed";
        }
    }

    /** The sequence of one lead has ended: Instantly calls that campaign_completed too. */
    record SequenceCompleted(Mail mail) implements AboutMail {
        @Override
        public String eventType() {
            return "campaign_completed";
        }
    }

    record CampaignCompleted(Campaign campaign) implements Happening {
        @Override
        public String eventType() {
            return "campaign_completed";
        }
    }

    record MailboxFailed(Mailbox mailbox) implements Happening {
        @Override
        public String eventType() {
            return "account_error";
        }
    }
}
