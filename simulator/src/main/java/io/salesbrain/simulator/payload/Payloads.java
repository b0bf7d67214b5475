package io.salesbrain.simulator.payload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.letters.Reply;
import io.salesbrain.simulator.letters.SalesLetters;
import io.salesbrain.simulator.scenario.Happening;
import io.salesbrain.simulator.scenario.Happening.AboutMail;
import io.salesbrain.simulator.scenario.Happening.Bounced;
import io.salesbrain.simulator.scenario.Happening.CampaignCompleted;
import io.salesbrain.simulator.scenario.Happening.Clicked;
import io.salesbrain.simulator.scenario.Happening.Labelled;
import io.salesbrain.simulator.scenario.Happening.MailboxFailed;
import io.salesbrain.simulator.scenario.Happening.Opened;
import io.salesbrain.simulator.scenario.Happening.Replied;
import io.salesbrain.simulator.scenario.Happening.Sent;
import io.salesbrain.simulator.scenario.Happening.SequenceCompleted;
import io.salesbrain.simulator.scenario.Happening.Unsubscribed;
import io.salesbrain.simulator.scenario.Mail;
import io.salesbrain.simulator.scenario.ScriptedEvent;
import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.Lead;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.Seeds;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Tells an event the way Instantly's webhook does: one flat object, no event id, no clicked URL, no bounce reason, and nothing of the
 * simulator's own knowledge.
 */
public final class Payloads {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Organization organization;

    public Payloads(Organization organization) {
        this.organization = organization;
    }

    public ObjectNode render(ScriptedEvent event, Instant timestamp) {
        Happening happening = event.moment().happening();
        ObjectNode body = base(happening, timestamp);
        switch (happening) {
            case Sent(Mail mail) -> {
                mailFields(body, mail, event.first());
                leadColumns(body, mail);
            }
            case Opened(Mail mail) -> lookFields(body, mail).put("is_first", event.first());
            case Clicked(Mail mail) -> lookFields(body, mail);
            case Replied(Mail mail, Reply reply, boolean recognised) -> {
                mailFields(body, mail, event.first());
                body.put("unibox_url", uniboxUrl(mail));
                body.put("email_id", reply.emailId().toString());
                replyFields(body, reply);
                leadColumns(body, mail);
            }
            case Labelled(Mail mail, Reply reply, String label) -> {
                position(body.put("lead_email", mail.lead().email()), mail).putNull("unibox_url");
                replyFields(body, reply);
            }
            case Bounced(Mail mail) -> lookFields(body, mail);
            case Unsubscribed(Mail mail) -> lookFields(body, mail);
            case SequenceCompleted(Mail mail) ->
                body.put("lead_email", mail.lead().email())
                        .put("email", mail.lead().email());
            case CampaignCompleted(Campaign campaign) -> campaign(body, campaign);
            case MailboxFailed(var mailbox) -> body.put("email_account", mailbox.email());
        }
        return body;
    }

    private ObjectNode base(Happening happening, Instant timestamp) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", TIMESTAMP.format(timestamp))
                .put("event_type", happening.eventType())
                .put("workspace", organization.workspaceId().toString());
        return happening instanceof AboutMail about
                ? campaign(body, about.mail().campaign())
                : body;
    }

    private static ObjectNode campaign(ObjectNode body, Campaign campaign) {
        return body.put("campaign_id", campaign.id().toString()).put("campaign_name", campaign.name());
    }

    private static ObjectNode position(ObjectNode body, Mail mail) {
        return body.put("step", mail.step().number())
                .put("variant", mail.variant().number());
    }

    /** What sends and replies say of the mail: the whole of it. */
    private static void mailFields(ObjectNode body, Mail mail, boolean first) {
        body.put("lead_email", mail.lead().email())
                .put("email_account", mail.mailbox().email())
                .putNull("unibox_url")
                .put("is_first", first);
        position(body, mail)
                .put(
                        "email_subject",
                        SalesLetters.subject(mail.campaign(), mail.mailbox(), mail.lead(), mail.variant()))
                .put("email_html", SalesLetters.html(mail.campaign(), mail.mailbox(), mail.lead(), mail.variant()));
    }

    /** What opens, clicks and the like say of the mail: hardly more than which it was. */
    private static ObjectNode lookFields(ObjectNode body, Mail mail) {
        body.put("lead_email", mail.lead().email())
                .put("email", mail.lead().email())
                .put("email_account", mail.mailbox().email());
        return position(body, mail).putNull("unibox_url");
    }

    private static void replyFields(ObjectNode body, Reply reply) {
        body.put("reply_subject", reply.subject())
                .put("reply_text", reply.text())
                .put("reply_html", reply.html())
                .put("reply_text_snippet", reply.snippet());
    }

    /** The columns and custom variables of the customer's list, which Instantly lays flat among its own fields. */
    private static void leadColumns(ObjectNode body, Mail mail) {
        Lead lead = mail.lead();
        body.put("email", lead.email())
                .put("firstName", lead.firstName())
                .put("lastName", lead.lastName())
                .put("companyName", lead.company().name())
                .put("website", "https://www." + lead.company().domain());
        if (lead.number() % 5 == 4) {
            body.putNull("phone");
        } else {
            body.put("phone", lead.phone());
        }
        body.put("personalization", SalesLetters.personalization(mail.campaign(), lead))
                .put("campaign", mail.campaign().id().toString())
                .put("jobTitle", lead.jobTitle())
                .put("industry", lead.company().industry())
                .put("city", lead.company().city());
    }

    private String uniboxUrl(Mail mail) {
        UUID thread = Seeds.uuid(
                organization.seed(), 21, mail.campaign().number(), mail.lead().number());
        return "https://app.instantly.ai/app/unibox?thread_search=thread:" + thread + "&selected_wks="
                + organization.workspaceId();
    }
}
