package io.salesbrain.scoring.reference;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.Metric;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.scoring.reference.Mails.Send;
import io.salesbrain.scoring.reference.Replies.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * §4: what one lead adds to each count, per dimension and UTC hour. Within a dimension only the events count that lie
 * in it. The counts weighted by likelihood are not here.
 */
final class Rates {
    private final Story story;
    private final Mails mails;
    private final Replies replies;
    private final OrganizationId organization;
    private final Map<Event, List<Dimension>> places = new HashMap<>();
    private final Map<RateKey, Counts> cells = new HashMap<>();

    Rates(OrganizationId organization, Story story, Mails mails, Replies replies) {
        this.organization = organization;
        this.story = story;
        this.mails = mails;
        this.replies = replies;
        story.events().forEach(event -> places.put(event, mails.dimensionsOf(event)));
        var dimensions = new HashSet<Dimension>();
        places.values().forEach(dimensions::addAll);
        for (var dimension : dimensions) {
            new Within(dimension).count();
        }
    }

    Map<RateKey, Counts> cells() {
        return cells;
    }

    /** The counts of one dimension. */
    private final class Within {
        private final Dimension dimension;
        private final List<Send> sends;

        Within(Dimension dimension) {
            this.dimension = dimension;
            this.sends = mails.sends().stream()
                    .filter(send -> mails.dimensionsOf(send).contains(dimension))
                    .toList();
        }

        void count() {
            sends.forEach(send -> add(Metric.EMAILS_SENT, send.at()));
            contacted().ifPresent(at -> add(Metric.LEADS_CONTACTED, at));
            looks(
                    EventType.EMAIL_OPENED,
                    Metric.OPENS_TOTAL,
                    Metric.EMAILS_OPENED,
                    Metric.LEADS_OPENED,
                    Metric.COHORT_LEADS_OPENED);
            looks(
                    EventType.EMAIL_CLICKED,
                    Metric.CLICKS_TOTAL,
                    Metric.EMAILS_CLICKED,
                    Metric.LEADS_CLICKED,
                    Metric.COHORT_LEADS_CLICKED);
            soon(all(EventType.EMAIL_OPENED), Metric.OPENED_IN_TIME, Metric.COHORT_LEADS_OPENED_IN_TIME);
            troubles(EventType.EMAIL_BOUNCED, Metric.EMAILS_BOUNCED, Metric.COHORT_EMAILS_BOUNCED);
            troubles(EventType.EMAIL_SPAM_REPORT, Metric.SPAM_REPORTS, Metric.COHORT_SPAM_REPORTS);
            replies();
            lead(positives(), Metric.POSITIVE_REPLIES, Metric.COHORT_POSITIVE_REPLIES);
            unsubscribed();
            Earnings.meetings(story).stream()
                    .filter(this::lies)
                    .forEach(meeting -> add(Metric.MEETINGS_BOOKED, meeting.at()));
        }

        private void looks(EventType type, Metric total, Metric perMail, Metric perLead, Metric cohort) {
            var events = all(type);
            events.forEach(event -> add(total, event.at()));
            Earnings.firstPerMail(events, mails).values().forEach(event -> add(perMail, event.at()));
            lead(events, perLead, cohort);
        }

        /** Distinct e-mails that came back, or were reported; in the cohort of the e-mail's send. */
        private void troubles(EventType type, Metric perMail, Metric cohort) {
            Earnings.firstPerMail(all(type), mails).forEach((mail, event) -> {
                add(perMail, event.at());
                sentHere(event).ifPresent(send -> add(cohort, send.at()));
            });
        }

        private void replies() {
            var human = replies.all().stream()
                    .filter(Reply::human)
                    .map(Reply::first)
                    .filter(this::lies)
                    .toList();
            human.forEach(reply -> add(Metric.EMAILS_REPLIED, reply.at()));
            lead(human, Metric.LEADS_REPLIED, Metric.COHORT_LEADS_REPLIED);
            soon(human, Metric.REPLIED_IN_TIME, Metric.COHORT_LEADS_REPLIED_IN_TIME);
            replies.all().stream()
                    .filter(reply -> !reply.human())
                    .map(Reply::first)
                    .filter(this::lies)
                    .forEach(reply -> add(Metric.AUTO_REPLIES, reply.at()));
        }

        /** Positive replies, and positive labels where there is no reply in the campaign at any time. */
        private List<Event> positives() {
            var positives = new ArrayList<Event>();
            replies.all().stream().filter(Reply::positive).map(Reply::first).forEach(positives::add);
            replies.labelsAlone().stream()
                    .filter(label -> Replies.meaning(label).isPositive())
                    .filter(label -> !replies.repliedIn(label.campaignId()))
                    .forEach(positives::add);
            return positives.stream().filter(this::lies).sorted(Story.BY_TIME).toList();
        }

        /** By event or, where none is as early, by reply; in the cohort of the send of the e-mail it names. */
        private void unsubscribed() {
            var events = new ArrayList<>(story.all(EventType.EMAIL_UNSUBSCRIBED));
            replies.all().stream()
                    .filter(reply -> reply.is(ReplyCategory.UNSUBSCRIBE))
                    .map(Reply::first)
                    .forEach(events::add);
            events.stream()
                    .filter(this::lies)
                    .min(Comparator.comparing(Event::at))
                    .ifPresent(first -> {
                        add(Metric.UNSUBSCRIBED, first.at());
                        sentHere(first).ifPresent(send -> add(Metric.COHORT_UNSUBSCRIBED, send.at()));
                    });
        }

        /** A lead counts once, where the first lies; in the cohort of its first contact, if it was contacted there. */
        private void lead(List<Event> byTime, Metric perLead, Metric cohort) {
            byTime.stream().findFirst().ifPresent(first -> add(perLead, first.at()));
            if (byTime.stream().anyMatch(event -> isOfContacted(event.campaignId()))) {
                contacted().ifPresent(at -> add(cohort, at));
            }
        }

        private void soon(List<Event> byTime, Duration within, Metric cohort) {
            if (contacted().isPresent() && !byTime.isEmpty()) {
                var latest = contacted().get().plus(within);
                if (!byTime.getFirst().at().isAfter(latest)) {
                    add(cohort, contacted().get());
                }
            }
        }

        /** §4: what concerns a campaign in which the lead got nothing counts, but not in rates. */
        private boolean isOfContacted(String campaign) {
            return campaign.isEmpty()
                    || mails.sends().stream()
                            .anyMatch(send -> send.mail().campaign().equals(campaign));
        }

        private Optional<Send> sentHere(Event event) {
            return mails.sendOf(mails.mailOf(event)).filter(sends::contains);
        }

        private Optional<Instant> contacted() {
            return sends.stream().map(Send::at).min(Instant::compareTo);
        }

        private List<Event> all(EventType type) {
            return story.all(type).stream().filter(this::lies).toList();
        }

        private boolean lies(Event event) {
            return places.getOrDefault(event, List.of()).contains(dimension);
        }

        private void add(Metric metric, Instant at) {
            var key = new RateKey(organization, dimension, RateKey.hourOf(at.toEpochMilli()));
            cells.computeIfAbsent(key, none -> Counts.zero()).add(metric, 1);
        }
    }
}
