package io.salesbrain.scoring.topology;

import static io.salesbrain.events.EventType.EMAIL_CLICKED;
import static io.salesbrain.events.EventType.EMAIL_OPENED;
import static io.salesbrain.events.EventType.EMAIL_SENT;
import static io.salesbrain.events.EventType.LEAD_INTERESTED;
import static io.salesbrain.events.EventType.REPLY_RECEIVED;
import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Event;
import io.salesbrain.testkit.EventFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** A lead takes little room, so that millions of them fit on one machine. */
class StateSizeTest {
    private static final int ENOUGH_BYTES = 2_048;
    private static final String CAMPAIGN = "0198f2c4-5a31-7e11-9d2c-3f0f8a7b6c5d";

    private static EventFixture of(EventFixture touch, int mail, Duration after) {
        return touch.campaign(CAMPAIGN)
                .account("firstname.lastname@outreach-agency.example")
                .step(mail, 1 + mail % 2)
                .after(Duration.ofDays(3L * mail).plus(after));
    }

    /** Twelve e-mails, most of them opened and some twice, three clicks, a reply and its label. */
    private static List<Event> typicalLife() {
        var events = new ArrayList<Event>();
        for (int mail = 1; mail <= 12; mail++) {
            events.add(of(happened(EMAIL_SENT), mail, Duration.ZERO).event());
            if (mail % 3 != 0) {
                events.add(of(happened(EMAIL_OPENED), mail, Duration.ofMinutes(17L * mail))
                        .event());
            }
            if (mail % 4 == 0) {
                events.add(of(happened(EMAIL_OPENED), mail, Duration.ofHours(5)).event());
                events.add(
                        of(happened(EMAIL_CLICKED), mail, Duration.ofHours(6)).event());
            }
        }
        events.add(of(happened(REPLY_RECEIVED), 12, Duration.ofHours(7))
                .emailId("0198f2c4-7777-7e11-9d2c-3f0f8a7b6c5d")
                .says("Sounds good, can we talk on Tuesday?")
                .event());
        events.add(of(happened(LEAD_INTERESTED), 12, Duration.ofHours(8)).event());
        return events;
    }

    @Test
    void aTypicalLifeOfTwelveMailsFitsInTwoKibibytes() {
        try (var topology = new TestTopology(MemoryLimits.DEFAULT)) {
            typicalLife().forEach(topology::send);
            var key = typicalLife().getFirst().logKey();
            KeyValueStore<String, Remembered> histories = topology.driver.getKeyValueStore(Stores.HISTORIES_BY_SUBJECT);
            var remembered = new RememberedSerde().serializer().serialize("", histories.get(key));
            KeyValueStore<String, FollowUps> followUps = topology.driver.getKeyValueStore(Stores.FOLLOW_UPS_BY_LEAD);
            var timed = new FollowUpsSerde().serializer().serialize("", followUps.get(key));
            int keys = 2 * key.getBytes(StandardCharsets.UTF_8).length;
            assertThat(remembered.length + timed.length + keys)
                    .as("history of %d bytes, follow-ups of %d, keys of %d", remembered.length, timed.length, keys)
                    .isBetween(200, ENOUGH_BYTES);
        }
    }
}
