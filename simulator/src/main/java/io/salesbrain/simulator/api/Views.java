package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.MailProvider;
import io.salesbrain.simulator.world.Mailbox;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.Seeds;
import io.salesbrain.simulator.world.Step;
import io.salesbrain.simulator.world.Variant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The world in the shapes of Instantly's API v2, with its integer enums; fields without a value are left out, as there. */
final class Views {
    private static final int ACCOUNT_SENDING_ERROR = -3;
    private static final int WARMUP_ACTIVE = 1;
    private static final int POSITIVE_LEAD_VALUE = 500;
    private static final int DEFAULT_OPPORTUNITY_VALUE = 400;

    private final Organization organization;
    private final Instant origin;

    Views(Organization organization, Instant origin) {
        this.organization = organization;
        this.origin = origin.truncatedTo(ChronoUnit.MILLIS);
    }

    ObjectNode workspace() {
        return node().put("id", organization.workspaceId().toString())
                .put("timestamp_created", daysAgo(400))
                .put("timestamp_updated", daysAgo(1))
                .put("owner", Seeds.uuid(organization.seed(), 41).toString())
                .put("name", organization.name())
                .put("default_opportunity_value", DEFAULT_OPPORTUNITY_VALUE);
    }

    ObjectNode campaign(Campaign campaign) {
        ObjectNode view = node().put("id", campaign.id().toString())
                .put("name", campaign.name())
                .put("pl_value", POSITIVE_LEAD_VALUE)
                .put("status", status(campaign))
                .put("is_evergreen", false)
                .put("organization", organization.workspaceId().toString())
                .put("timestamp_created", daysAgo(campaign.startedDaysAgo() + 2))
                .put("timestamp_updated", daysAgo(campaign.startedDaysAgo()))
                .put(
                        "daily_limit",
                        campaign.mailboxes().stream()
                                .mapToInt(Mailbox::dailyLimit)
                                .sum())
                .put("open_tracking", true)
                .put("link_tracking", true)
                .put("stop_on_reply", true)
                .put("stop_on_auto_reply", false);
        schedule(view.putObject("campaign_schedule"));
        ArrayNode steps = view.putArray("sequences").addObject().putArray("steps");
        campaign.steps().forEach(step -> step(steps.addObject(), campaign, step));
        ArrayNode emails = view.putArray("email_list");
        campaign.mailboxes().forEach(mailbox -> emails.add(mailbox.email()));
        return view;
    }

    ObjectNode account(Mailbox mailbox) {
        ObjectNode view = node().put("email", mailbox.email())
                .put("timestamp_created", accountCreated())
                .put("timestamp_updated", daysAgo(1))
                .put("first_name", mailbox.firstName())
                .put("last_name", mailbox.lastName())
                .put("organization", organization.workspaceId().toString())
                .put("provider_code", provider(mailbox.provider()))
                .put("setup_pending", false)
                .put("is_managed_account", false)
                .put("status", mailbox.failing() ? ACCOUNT_SENDING_ERROR : AccountFile.ACTIVE)
                .put("warmup_status", WARMUP_ACTIVE)
                .put("stat_warmup_score", mailbox.failing() ? 61 : 96 + mailbox.dailyLimit() % 4)
                .put("daily_limit", mailbox.dailyLimit());
        view.putObject("warmup").put("limit", 10).put("increment", "1").put("reply_rate", 30);
        if (mailbox.failing()) {
            view.putObject("status_message")
                    .put("code", "EENVELOPE")
                    .put("response", "550 5.7.1 Message rejected due to the sender's reputation")
                    .put("e_message", "Message failed: 550 5.7.1")
                    .put("responseCode", 550);
        }
        return view;
    }

    /** Those of the story, and drafts beside them. */
    List<ObjectNode> campaigns(Crowd crowd) {
        List<ObjectNode> all = new ArrayList<>();
        organization.campaigns().forEach(campaign -> all.add(campaign(campaign)));
        ObjectNode pattern = all.getFirst();
        for (int i = 0; i < crowd.campaigns(); i++) {
            all.add(pattern.deepCopy()
                    .put("id", Seeds.uuid(organization.seed(), 42, i).toString())
                    .put("name", "Draft " + (i + 1))
                    .put("status", CampaignFile.DRAFT));
        }
        return all;
    }

    List<ObjectNode> accounts(Crowd crowd) {
        List<ObjectNode> all = new ArrayList<>();
        organization.mailboxes().forEach(mailbox -> all.add(account(mailbox)));
        ObjectNode pattern = all.getFirst();
        for (int i = 0; i < crowd.accounts(); i++) {
            all.add(pattern.deepCopy().put("email", "box" + i + "@spare." + organization.id() + ".example"));
        }
        return all;
    }

    /** What the API calls the provider of a mailbox; of leads it counts otherwise. */
    private static int provider(MailProvider provider) {
        return switch (provider) {
            case GOOGLE -> 2;
            case MICROSOFT -> 3;
            case ZOHO, YAHOO, WEB_DE -> 1;
        };
    }

    /** The API knows one name for each time zone, not always the one people know. */
    private String zone() {
        return organization.zone().getId().equals("Europe/London") ? "Europe/Isle_of_Man" : "Europe/Belgrade";
    }

    private void schedule(ObjectNode view) {
        ObjectNode schedule = view.putArray("schedules").addObject().put("name", "Office hours");
        schedule.putObject("timing").put("from", "08:30").put("to", "16:30");
        ObjectNode days = schedule.putObject("days");
        for (int day = 0; day < 7; day++) {
            days.put(String.valueOf(day), day >= 1 && day <= 5);
        }
        schedule.put("timezone", zone());
    }

    /** In Instantly the delay of a step is the wait until the next one. */
    private static void step(ObjectNode view, Campaign campaign, Step step) {
        int delay = campaign.steps().stream()
                .filter(next -> next.number() == step.number() + 1)
                .mapToInt(Step::waitDays)
                .findFirst()
                .orElse(0);
        view.put("type", "email").put("delay", delay);
        ArrayNode variants = view.putArray("variants");
        for (Variant variant : step.variants()) {
            variants.addObject().put("subject", variant.subject()).put("body", variant.body());
        }
    }

    private static int status(Campaign campaign) {
        return campaign.hasEnded() ? CampaignFile.COMPLETED : CampaignFile.ACTIVE;
    }

    private String accountCreated() {
        return daysAgo(120);
    }

    private String daysAgo(int days) {
        return origin.minus(Duration.ofDays(days)).toString();
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
