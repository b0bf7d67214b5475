package io.salesbrain.scoring.topology;

import static io.salesbrain.events.EventType.CAMPAIGN_STARTED;
import static io.salesbrain.events.EventType.EMAIL_CLICKED;
import static io.salesbrain.events.EventType.EMAIL_OPENED;
import static io.salesbrain.events.EventType.EMAIL_SENT;
import static io.salesbrain.events.EventType.LEAD_MEETING_BOOKED;
import static io.salesbrain.events.EventType.REPLY_RECEIVED;
import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Classified;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Event;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.Metric;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.Watermark;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoringTopologyTest {
    private TestTopology topology;

    @BeforeEach
    void start() {
        topology = new TestTopology(MemoryLimits.DEFAULT);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    private static List<Event> fiveEvents() {
        return List.of(
                happened(EMAIL_SENT).event(),
                happened(EMAIL_OPENED).after(Duration.ofHours(1)).event(),
                happened(EMAIL_CLICKED).after(Duration.ofHours(2)).event(),
                happened(REPLY_RECEIVED)
                        .after(Duration.ofHours(3))
                        .says("Sounds good, can we talk on Tuesday?")
                        .event(),
                happened(LEAD_MEETING_BOOKED).after(Duration.ofHours(4)).event());
    }

    @Test
    void fiveEventsSentFourTimesEarn185PointsOnce() {
        for (int round = 0; round < 4; round++) {
            fiveEvents().forEach(topology::send);
        }
        var last = states().get("acme/lead/anna@kundin.example");
        assertThat(last).isNotNull();
        assertThat(last.points()).isEqualTo(185);
        assertThat(topology.scored.readValuesToList())
                .filteredOn(ScoredEvent.class::isInstance)
                .hasSize(5);
    }

    @Test
    void theModelJudgesTheReply() {
        fiveEvents().forEach(topology::send);
        var categories = topology.scored.readValuesToList().stream()
                .filter(ScoredEvent.class::isInstance)
                .map(record -> ((ScoredEvent) record).classified())
                .filter(Objects::nonNull)
                .map(Classified::category)
                .toList();
        assertThat(categories).containsExactly(ReplyCategory.MEETING_REQUEST);
    }

    @Test
    void aWatermarkTellsHowFarTheResultsReach() {
        fiveEvents().forEach(topology::send);
        topology.send(fiveEvents().getFirst());
        topology.send(happened(CAMPAIGN_STARTED).lead("").event());
        topology.driver.advanceWallClockTime(Duration.ofMillis(200));
        var expected = new Watermark(0, 6, 1);
        assertThat(topology.scored.readValuesToList()).last().isEqualTo(expected);
        assertThat(topology.leads.readValuesToList()).last().isEqualTo(expected);
        assertThat(topology.rates.readValuesToList()).last().isEqualTo(expected);
    }

    @Test
    void ordinalsNumberTheDistinctEvents() {
        fiveEvents().forEach(topology::send);
        fiveEvents().forEach(topology::send);
        assertThat(topology.scored.readValuesToList())
                .filteredOn(ScoredEvent.class::isInstance)
                .extracting(record -> ((ScoredEvent) record).ordinal())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void ratesAreTheSameForAnyOrderAndAnyDuplicates() {
        Seeds.forEach(5, random -> {
            var history = RandomHistories.ofOneLead(random, 20);
            history.forEach(topology::send);
            var inOrder = topology.bucketsOf("acme");
            assertThat(inOrder).isNotEmpty();

            stop();
            start();
            var shuffled = new ArrayList<>(history);
            shuffled.addAll(history.subList(0, 10));
            Collections.shuffle(shuffled, random);
            shuffled.forEach(topology::send);
            assertThat(topology.bucketsOf("acme")).isEqualTo(inOrder);
            stop();
            start();
        });
    }

    @Test
    void aCampaignsCountsLieInItsBuckets() {
        fiveEvents().forEach(topology::send);
        var campaign = Counts.zero();
        topology.bucketsOf("acme").forEach((key, counts) -> {
            if (key.dimension() instanceof Dimension.Campaign) {
                campaign.add(counts);
            }
        });
        assertThat(campaign.get(Metric.EMAILS_SENT)).isEqualTo(1);
        assertThat(campaign.get(Metric.LEADS_OPENED)).isEqualTo(1);
        assertThat(campaign.get(Metric.LEADS_REPLIED)).isEqualTo(1);
        assertThat(campaign.get(Metric.POSITIVE_REPLIES)).isEqualTo(1);
        assertThat(campaign.get(Metric.MEETINGS_BOOKED)).isEqualTo(1);
    }

    private Map<String, LeadState> states() {
        var latest = new HashMap<String, LeadState>();
        topology.leads.readKeyValuesToList().forEach(record -> {
            if (record.value instanceof LeadState state) {
                latest.put(record.key, state);
            }
        });
        return latest;
    }
}
