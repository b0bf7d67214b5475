package io.salesbrain.scoring.reference;

import static io.salesbrain.events.ReplyCategory.NOT_INTERESTED;
import static io.salesbrain.events.ReplyCategory.UNSUBSCRIBE;
import static io.salesbrain.events.ReplyCategory.WRONG_PERSON;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.scoring.reference.Mails.Mail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** §3: which events earn points, how many, and what they make together. */
final class Earnings {
    /** §3: points are worth half after this. */
    private static final double HALF_LIFE_MS = 14 * 24 * 3_600_000.0;

    record Earning(Event event, int points) {}

    private final List<Earning> all = new ArrayList<>();

    Earnings(Story story, Mails mails, Replies replies) {
        firstPerMail(story.all(EventType.EMAIL_OPENED), mails).values().forEach(open -> all.add(new Earning(open, 10)));
        firstPerMail(story.all(EventType.EMAIL_CLICKED), mails)
                .values()
                .forEach(click -> all.add(new Earning(click, 25)));
        for (var reply : replies.all()) {
            if (reply.human()) {
                boolean refused = reply.is(NOT_INTERESTED) || reply.is(UNSUBSCRIBE) || reply.is(WRONG_PERSON);
                all.add(new Earning(reply.first(), refused ? 0 : 50));
            }
        }
        meetings(story).forEach(meeting -> all.add(new Earning(meeting, 100)));
    }

    List<Earning> all() {
        return all;
    }

    int points() {
        return all.stream().mapToInt(Earning::points).sum();
    }

    /** §3: log2 of the score at 1970, from which the score at any time follows; nothing without points. */
    double massLog2(ToDoubleFunction<Event> human) {
        double latest = all.stream()
                .mapToDouble(e -> e.event().at().toEpochMilli() / HALF_LIFE_MS)
                .max()
                .orElse(0);
        double sum = 0;
        for (var earning : all) {
            double age = latest - earning.event().at().toEpochMilli() / HALF_LIFE_MS;
            sum += earning.points() * human.applyAsDouble(earning.event()) * Math.pow(2, -age);
        }
        return Math.log(sum) / Math.log(2) + latest;
    }

    static Map<Mail, Event> firstPerMail(List<Event> byTime, Mails mails) {
        var first = new LinkedHashMap<Mail, Event>();
        byTime.forEach(event -> first.putIfAbsent(mails.mailOf(event), event));
        return first;
    }

    /** §3: the first meeting of each campaign: booked, or held where none was booked. */
    static List<Event> meetings(Story story) {
        var meetings = new ArrayList<Event>();
        var campaigns = new HashSet<String>();
        for (var type : List.of(EventType.LEAD_MEETING_BOOKED, EventType.LEAD_MEETING_COMPLETED)) {
            for (var event : story.all(type)) {
                if (campaigns.add(event.campaignId())) {
                    meetings.add(event);
                }
            }
        }
        return meetings;
    }
}
