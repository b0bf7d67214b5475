package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.StatusChange;
import io.salesbrain.scoring.lead.Corrections.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a lead's status came about: the status after each event in chronological order, where it became another one. An
 * event that comes late is put where it belongs, so the past is told the same way in whatever order it arrived.
 */
final class StatusHistory {
    /** A lead's record is written with each of its events: it tells the latest changes, not a life of years. */
    static final int MOST = 20;

    private StatusHistory() {}

    /**
     * The oldest first. A correction speaks from the moment of its reply on.
     *
     * @param said what people said of replies
     */
    static List<StatusChange> of(
            OrganizationId organization, String leadEmail, Correspondence mail, Map<Touch, Said> said) {
        var changes = new ArrayList<StatusChange>();
        var happened = EnumSet.noneOf(EventType.class);
        var transcript = new Transcript(said);
        var talk = transcript.read();
        boolean noShow = false;
        var last = new StatusRules(LeadStatus.NEW, false, null);
        for (var placed : mail.placed()) {
            var touch = placed.touch();
            boolean isFirst = happened.add(touch.type());
            boolean isSaid = transcript.add(placed);
            boolean wasNoShow = noShow;
            noShow = StatusRules.isNoShowAfter(touch.type(), noShow);
            if (!isFirst && !isSaid && wasNoShow == noShow) {
                continue;
            }
            talk = isSaid ? transcript.read() : talk;
            var now = StatusRules.of(happened, noShow, talk);
            if (now.status() != last.status() || !Objects.equals(now.shownReturnDate(), last.shownReturnDate())) {
                changes.add(new StatusChange(
                        now.status(),
                        Instant.ofEpochMilli(touch.atMs()),
                        touch.type(),
                        touch.eventId(organization, leadEmail),
                        now.shownReturnDate()));
                last = now;
            }
        }
        return List.copyOf(changes.subList(Math.max(0, changes.size() - MOST), changes.size()));
    }
}
