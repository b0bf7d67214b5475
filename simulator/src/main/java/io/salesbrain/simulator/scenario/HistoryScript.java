package io.salesbrain.simulator.scenario;

import io.salesbrain.simulator.letters.ReplyWriter;
import io.salesbrain.simulator.scenario.Happening.CampaignCompleted;
import io.salesbrain.simulator.scenario.Happening.MailboxFailed;
import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.Lead;
import io.salesbrain.simulator.world.LeadBook;
import io.salesbrain.simulator.world.Mailbox;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.Seeds;
import io.salesbrain.simulator.world.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Writes the past of an organization: every lead's journey through its campaign, cut off at the origin. */
final class HistoryScript {
    private static final List<Duration> ERRORS_BEFORE_ORIGIN =
            List.of(Duration.ofHours(53), Duration.ofHours(27), Duration.ofMinutes(41));

    private final Organization organization;
    private final Instant origin;
    private final LeadBook leads;
    private final Reactions reactions;
    private final List<Moment> past = new ArrayList<>();
    private final List<List<Moment>> tails = new ArrayList<>();
    private final List<Correspondence> correspondences = new ArrayList<>();
    private final Map<Integer, Integer> nextLead = new HashMap<>();
    private final DailyLimits limits = new DailyLimits();

    HistoryScript(Organization organization, Instant origin, ReplyWriter writer) {
        this.organization = organization;
        this.origin = origin;
        this.leads = new LeadBook(organization);
        this.reactions = new Reactions(writer, origin);
    }

    History write() {
        for (Campaign campaign : organization.campaigns()) {
            enrol(campaign);
        }
        for (Mailbox mailbox : organization.mailboxes()) {
            if (mailbox.failing()) {
                for (Duration before : ERRORS_BEFORE_ORIGIN) {
                    past.add(new Moment(origin.minus(before), Actor.PLATFORM, new MailboxFailed(mailbox)));
                }
            }
        }
        past.sort(Comparator.comparing(Moment::at));
        List<ScriptedEvent> events = new ArrayList<>();
        for (Moment moment : past) {
            events.add(ScriptedEvent.of(events.size(), moment));
        }
        return new History(events, tails, correspondences, nextLead);
    }

    private void enrol(Campaign campaign) {
        ZoneId zone = organization.zone();
        LocalDate today = LocalDate.ofInstant(origin, zone);
        List<LocalDate> days = Stream.iterate(today.minusDays(campaign.startedDaysAgo()), day -> day.plusDays(1))
                .limit(campaign.startedDaysAgo() + 1L)
                .filter(WorkingHours::isWorkingDay)
                .limit(campaign.enrolmentDays())
                .toList();
        int number = 0;
        Instant lastMoment = Instant.MIN;
        for (LocalDate day : days) {
            Instant companyTime = Instant.MIN;
            for (int i = 0; i < campaign.leadsPerDay(); i++, number++) {
                RandomGenerator random = Seeds.random(organization.seed(), 11, campaign.number(), number);
                // Colleagues are enrolled together, so a gateway sees their mails within the same minute.
                companyTime = i == 0 || number % LeadBook.LEADS_PER_COMPANY == 0
                        ? WorkingHours.sendingTime(random, day, zone)
                        : companyTime.plus(Delays.seconds(random, 4, 35));
                Instant ended = journey(random, leads.lead(campaign, number), campaign, companyTime);
                lastMoment = ended.isAfter(lastMoment) ? ended : lastMoment;
            }
        }
        nextLead.put(campaign.number(), number);
        if (campaign.hasEnded() && lastMoment.isBefore(origin)) {
            past.add(new Moment(lastMoment, Actor.PLATFORM, new CampaignCompleted(campaign)));
        }
    }

    /** Plays one lead's sequence until the origin; the answer is when its last mail was due to be done with. */
    private Instant journey(RandomGenerator random, Lead lead, Campaign campaign, Instant enrolledAt) {
        if (enrolledAt.isAfter(origin)) {
            return enrolledAt;
        }
        Correspondence correspondence = new Correspondence(lead, campaign);
        List<Moment> moments = new ArrayList<>();
        LocalDate wanted = LocalDate.ofInstant(enrolledAt, organization.zone());
        LocalDate taken = limits.takeDay(correspondence.mailbox(), wanted);
        Instant sendAt =
                taken.equals(wanted) ? enrolledAt : WorkingHours.sendingTime(random, taken, organization.zone());
        Optional<Step> step = correspondence.nextStep();
        while (step.isPresent() && !sendAt.isAfter(origin) && !correspondence.stoppedBy(sendAt)) {
            moments.addAll(reactions.send(random, correspondence, step.get(), sendAt));
            step = correspondence.nextStep();
            if (step.isPresent()) {
                sendAt = followUp(
                        random, correspondence.mailbox(), sendAt, step.get().waitDays());
            }
        }
        correspondences.add(correspondence);
        moments.stream().filter(moment -> !moment.at().isAfter(origin)).forEach(past::add);
        List<Moment> tail = moments.stream()
                .filter(moment -> moment.at().isAfter(origin))
                .sorted(Comparator.comparing(Moment::at))
                .toList();
        if (!tail.isEmpty()) {
            tails.add(tail);
        }
        return sendAt.plus(Duration.ofHours(27));
    }

    private Instant followUp(RandomGenerator random, Mailbox mailbox, Instant before, int waitDays) {
        // Not all follow-ups go out on the first day possible, or Mondays would see most of them.
        LocalDate earliest = LocalDate.ofInstant(before, organization.zone()).plusDays(waitDays + random.nextInt(3));
        return WorkingHours.sendingTime(random, limits.takeDay(mailbox, earliest), organization.zone());
    }
}
