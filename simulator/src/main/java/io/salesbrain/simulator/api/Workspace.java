package io.salesbrain.simulator.api;

import io.salesbrain.simulator.delivery.Distortion;
import io.salesbrain.simulator.delivery.EventSink;
import io.salesbrain.simulator.delivery.Habits;
import io.salesbrain.simulator.delivery.Outgoing;
import io.salesbrain.simulator.scenario.Happening.AboutMail;
import io.salesbrain.simulator.scenario.History;
import io.salesbrain.simulator.scenario.OwnLabels;
import io.salesbrain.simulator.scenario.Scenario;
import io.salesbrain.simulator.story.GroundTruth;
import io.salesbrain.simulator.story.Rendezvous;
import io.salesbrain.simulator.story.StoryPace;
import io.salesbrain.simulator.story.Storyteller;
import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.Organization;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace behind an API key: its history happened before it was first asked for, its live part begins with the first webhook. */
final class Workspace implements EventSink, AutoCloseable {
    private final Organization organization;
    private final Instant origin;
    private final StoryPace pace;
    private final Views views;
    private final Subscriptions subscriptions;
    private final EventSink distortion;
    private final Map<String, Tally> tallies = new HashMap<>();
    private final long eventsOfHistory;
    private @Nullable Thread storyteller;

    Workspace(Organization organization, Instant origin, StoryPace pace, Habits habits) {
        this.organization = organization;
        this.origin = origin;
        this.pace = pace;
        this.views = new Views(organization, origin);
        this.subscriptions =
                new Subscriptions(organization.seed(), habits, CustomLabels.of(OwnLabels.of(organization.campaigns())));
        this.distortion = new Distortion(subscriptions, habits.oddities(), organization.seed());
        organization.campaigns().forEach(campaign -> tallies.put(campaign.id().toString(), new Tally()));
        History history = new Scenario(organization, origin).history();
        this.eventsOfHistory = history.events().size();
        history.events().forEach(event -> {
            if (event.moment().happening() instanceof AboutMail about) {
                tally(about.mail().campaign())
                        .count(about.eventType(), about.mail().lead().email());
            }
        });
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

    Tally tally(Campaign campaign) {
        return Optional.ofNullable(tallies.get(campaign.id().toString())).orElseThrow();
    }

    Optional<Campaign> campaign(String id) {
        return organization.campaigns().stream()
                .filter(campaign -> campaign.id().toString().equals(id))
                .findFirst();
    }

    /** Starts telling the story, once. */
    synchronized void beginStory() {
        if (storyteller != null) {
            return;
        }
        Storyteller teller = new Storyteller(organization, origin, pace, new GroundTruth());
        storyteller = Thread.ofVirtual().name("story-" + organization.id()).start(() -> {
            try {
                teller.tell(this, new Rendezvous(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void tell(Outgoing event) throws InterruptedException {
        Tally tally = tallies.get(event.campaignId());
        if (tally != null && event.sequence() >= eventsOfHistory) {
            tally.count(event.eventType(), event.body().path("lead_email").asText());
        }
        distortion.tell(event);
    }

    @Override
    public boolean awaitQuiet(Duration atMost) throws InterruptedException {
        return distortion.awaitQuiet(atMost);
    }

    @Override
    public synchronized void close() {
        if (storyteller != null) {
            storyteller.interrupt();
        }
        subscriptions.close();
    }
}
