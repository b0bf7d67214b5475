package io.salesbrain.scoring.lead;

import io.salesbrain.events.BurstCircle;
import io.salesbrain.events.EventType;
import java.util.ArrayList;
import java.util.List;

/**
 * That a lead opened or clicked in a second, to be compared with the other leads of a circle.
 *
 * @param members the domain or the mailbox they have in common
 */
public record Sighting(BurstCircle circle, String members, String lead, long second) {
    /** None for what is neither open nor click; a mailbox that is not named by the event itself is not guessed at. */
    public static List<Sighting> of(Touch touch, String lead) {
        if (touch.type() != EventType.EMAIL_OPENED && touch.type() != EventType.EMAIL_CLICKED) {
            return List.of();
        }
        long second = BurstMarks.secondOf(touch.atMs());
        var sightings = new ArrayList<Sighting>(2);
        var domain = lead.substring(lead.lastIndexOf('@') + 1);
        if (!FreeMail.isDomain(domain)) {
            sightings.add(new Sighting(BurstCircle.DOMAIN, domain, lead, second));
        }
        if (!touch.account().isEmpty()) {
            sightings.add(new Sighting(BurstCircle.ACCOUNT, touch.account(), lead, second));
        }
        return sightings;
    }
}
