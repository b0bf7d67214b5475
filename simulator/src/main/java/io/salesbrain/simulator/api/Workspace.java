package io.salesbrain.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.delivery.Distortion;
import io.salesbrain.simulator.delivery.EventSink;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Outgoing;
import io.salesbrain.simulator.payload.Payloads;
import io.salesbrain.simulator.scenario.History;
import io.salesbrain.simulator.scenario.OwnLabels;
import io.salesbrain.simulator.scenario.Scenario;
import io.salesbrain.simulator.story.GroundTruth;
import io.salesbrain.simulator.story.Rendezvous;
import io.salesbrain.simulator.story.StoryPace;
import io.salesbrain.simulator.story.Storyteller;
import io.salesbrain.simulator.world.Organization;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A workspace behind an API key: its history happened before it was first asked for, its live part begins with the first webhook. */
final class Workspace implements EventSink, AutoCloseable {
    private static final int EMAILS_PER_MINUTE = 20;
    private static final long MINUTE_MS = 60_000;

    private final Organization organization;
    private final Instant origin;
    private final StoryPace pace;
    private final Views views;
    private final Rendezvous rendezvous;
    private final CampaignFile campaigns;
    private final AccountFile accounts;
    private final LeadFile leads;
    private final MailFile mails;
    private final Figures figures = new Figures();
    private final JobFile jobs = new JobFile();
    private final Silenced silenced;
    private final RequestQuota quota = new RequestQuota();
    private final Quota emailQuota = new Quota(EMAILS_PER_MINUTE, MINUTE_MS);
    private final Subscriptions subscriptions;
    private final EventSink distortion;
    private final long eventsOfHistory;
    private @Nullable Thread storyteller;

    Workspace(
            Organization organization,
            Instant origin,
            StoryPace pace,
            Habits habits,
            Crowd crowd,
            Rendezvous rendezvous) {
        String workspaceId = organization.workspaceId().toString();
        this.organization = organization;
        this.origin = origin;
        this.pace = pace;
        this.rendezvous = rendezvous;
        this.views = new Views(organization, origin);
        this.campaigns = new CampaignFile(workspaceId, views.campaigns(crowd));
        this.accounts = new AccountFile(views.accounts(crowd));
        this.leads = new LeadFile(organization.seed(), workspaceId);
        this.mails = new MailFile(organization.seed(), workspaceId);
        this.silenced = new Silenced(campaigns, accounts);
        this.subscriptions =
                new Subscriptions(organization.seed(), habits, CustomLabels.of(OwnLabels.of(organization.campaigns())));
        this.distortion = new Distortion(subscriptions, habits.oddities(), organization.seed());
        History history = new Scenario(organization, origin).history();
        this.eventsOfHistory = history.events().size();
        Payloads payloads = new Payloads(organization);
        history.events()
                .forEach(event -> note(
                        event.moment().happening().eventType(),
                        payloads.render(event, event.moment().at())));
    }

    Organization organization() {
        return organization;
    }

    Views views() {
        return views;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    CampaignFile campaigns() {
        return campaigns;
    }

    AccountFile accounts() {
        return accounts;
    }

    LeadFile leads() {
        return leads;
    }

    MailFile mails() {
        return mails;
    }

    Figures figures() {
        return figures;
    }

    JobFile jobs() {
        return jobs;
    }

    RequestQuota quota() {
        return quota;
    }

    Quota emailQuota() {
        return emailQuota;
    }

    private void note(String type, ObjectNode event) {
        leads.note(type, event);
        mails.note(type, event);
        figures.note(type, event);
    }

    /** Starts telling the story, once. */
    synchronized void beginStory() {
        if (storyteller != null) {
            return;
        }
        Storyteller teller = new Storyteller(organization, origin, pace, new GroundTruth());
        storyteller = Thread.ofVirtual().name("story-" + organization.id()).start(() -> {
            try {
                teller.tell(this, rendezvous);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** What happens is known here at once, and told by webhooks; what a paused campaign would have sent does not happen. */
    @Override
    public void tell(Outgoing event) throws InterruptedException {
        boolean live = event.sequence() >= eventsOfHistory;
        if (live && silenced.silences(event)) {
            return;
        }
        if (live) {
            note(event.eventType(), event.body());
        }
        distortion.tell(event);
    }

    @Override
    public boolean awaitQuiet(Duration atMost) throws InterruptedException {
        return distortion.awaitQuiet(atMost);
    }

    boolean finish(Duration atMost) throws InterruptedException {
        Thread teller;
        synchronized (this) {
            teller = storyteller;
        }
        if (teller != null) {
            teller.interrupt();
            if (!teller.join(atMost)) {
                return false;
            }
        }
        return awaitQuiet(atMost);
    }

    @Override
    public synchronized void close() {
        if (storyteller != null) {
            storyteller.interrupt();
        }
        subscriptions.close();
    }
}
